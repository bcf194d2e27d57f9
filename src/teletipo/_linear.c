/* The inner loop of the linear models: see linear.py for what it promises, and for the same in Python.
 *
 * Weights are added from left to right in double precision, as Python adds; so no fused or reordered arithmetic.
 */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#elif defined(_MSC_VER)
#pragma fp_contract(off)
#endif

#define MAX_CLASSES 64

/* Adds a tuple of weights, one a class; anything that is no such tuple (None) counts nothing. Returns 0 on an error. */
static int add_weights(PyObject *weights, double *totals, Py_ssize_t classes) {
    if (!PyTuple_Check(weights)) return 1;
    if (PyTuple_Size(weights) != classes) {
        PyErr_SetString(PyExc_ValueError, "one weight a class expected");
        return 0;
    }
    for (Py_ssize_t k = 0; k < classes; k++) totals[k] += PyFloat_AsDouble(PyTuple_GetItem(weights, k));
    return !PyErr_Occurred();
}

/* Adds the weights of all features of a list. A table that is a subclass of dict is asked for what it has not yet. */
static int add_features(PyObject *table, PyObject *features, int asked, double *totals, Py_ssize_t classes) {
    for (Py_ssize_t n = 0; n < PyList_Size(features); n++) {
        PyObject *feature = PyList_GetItem(features, n), *weights = PyDict_GetItemWithError(table, feature);
        if (!weights && PyErr_Occurred()) return 0;
        if (weights) {
            if (!add_weights(weights, totals, classes)) return 0;
        } else if (asked) {
            if (!(weights = PyObject_GetItem(table, feature))) return 0;
            int added = add_weights(weights, totals, classes);
            Py_DECREF(weights);
            if (!added) return 0;
        }
    }
    return 1;
}

static PyObject *total_weights(PyObject *self, PyObject *args) {
    PyObject *bias, *sums, *plain, *weights, *more;
    double totals[MAX_CLASSES] = {0};
    if (!PyArg_ParseTuple(args, "O!O!O!O!O!", &PyTuple_Type, &bias, &PyDict_Type, &sums, &PyList_Type, &plain,
                          &PyDict_Type, &weights, &PyList_Type, &more))
        return NULL;
    Py_ssize_t classes = PyTuple_Size(bias);
    if (classes > MAX_CLASSES) {
        PyErr_SetString(PyExc_ValueError, "too many classes");
        return NULL;
    }
    for (Py_ssize_t k = 0; k < classes; k++) totals[k] = PyFloat_AsDouble(PyTuple_GetItem(bias, k));
    if (PyErr_Occurred() || !add_features(sums, plain, 1, totals, classes) ||
        !add_features(weights, more, 0, totals, classes))
        return NULL;
    PyObject *result = PyList_New(classes);
    for (Py_ssize_t k = 0; result && k < classes; k++) {
        PyObject *total = PyFloat_FromDouble(totals[k]);
        if (!total || PyList_SetItem(result, k, total) < 0) Py_CLEAR(result);
    }
    return result;
}

static PyMethodDef methods[] = {
    {"total_weights", total_weights, METH_VARARGS, "bias, sums, plain, weights, more."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_linear", "The inner loop of the linear models.", -1, methods};

PyMODINIT_FUNC PyInit__linear(void) { return PyModule_Create(&module); }
