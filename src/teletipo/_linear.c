/* The inner loop of the linear models: see linear.py for what it promises, and for the same in Python.
 *
 * A model has a hundred thousand features of which each article meets others, so that time goes into waiting for
 * memory. Here a feature costs two places in it, a slot and a record, where a dict of tuples costs five; and the slots
 * of all features are called for before the first one is read.
 *
 * Weights are added from left to right in double precision, as Python adds; so no fused or reordered arithmetic.
 */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <string.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#elif defined(_MSC_VER)
#pragma fp_contract(off)
#endif

#if defined(__GNUC__) || defined(__clang__)
#define CALL_FOR(address) __builtin_prefetch(address)
#else
#define CALL_FOR(address) ((void)(address))
#endif

#define MAX_CLASSES 64
#define MAX_CROSSED 8
#define BASE 0x9E3779B97F4A7C15ULL /* of the hash, a polynomial of the bytes: that of "A:b" comes from "A:" and "b" */
#define TABLE "teletipo._linear.table"

typedef struct { uint32_t tag, record; } Slot; /* the upper half of a hash; where the record is, 0 for none */

/* A feature's weights, one a class, then its name: records stand one after the other in units of eight bytes. */
typedef struct { Py_ssize_t classes; size_t mask; Slot *slots; double *records; } Table;

typedef struct { const char *bytes; size_t length; uint64_t hash, shift; } Text; /* shift: BASE to the length */
typedef struct { const Text *prefix; Text text; uint64_t hash; } Name; /* a text, or "prefix:text" */

/* Reads a string; 0 on an error. A lone surrogate, which has no UTF-8 and is in no name, is read as a null byte. */
static int read_text(PyObject *string, Text *text) {
    Py_ssize_t length;
    if (!(text->bytes = PyUnicode_AsUTF8AndSize(string, &length))) {
        if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) return 0;
        PyErr_Clear();
        text->bytes = "", length = 1;
    }
    const unsigned char *byte = (const unsigned char *)text->bytes, *end = byte + length;
    uint64_t hash = 0, shift = 1;
    for (; end - byte >= 4; byte += 4, shift *= BASE * BASE * BASE * BASE)
        hash = hash * (BASE * BASE * BASE * BASE) + byte[0] * (BASE * BASE * BASE) + byte[1] * (BASE * BASE) +
               byte[2] * BASE + byte[3];
    for (; byte < end; byte++, shift *= BASE) hash = hash * BASE + *byte;
    text->length = (size_t)length, text->hash = hash, text->shift = shift;
    return 1;
}

static uint64_t mixed(uint64_t hash) {
    hash = (hash ^ hash >> 32) * BASE;
    return hash ^ hash >> 29;
}

static void call_for(const Table *table, Name *name, const Text *prefix, const Text *text) {
    name->prefix = prefix, name->text = *text;
    name->hash = mixed(prefix ? (prefix->hash * BASE + ':') * text->shift + text->hash : text->hash);
    CALL_FOR(table->slots + (name->hash & table->mask));
}

static size_t length_of(const Name *name) {
    return name->text.length + (name->prefix ? name->prefix->length + 1 : 0);
}

/* Whether a record, behind its weights, has the name; its length stands before it. */
static int is_named(const double *behind, const Name *name) {
    uint64_t length;
    memcpy(&length, behind, sizeof length);
    if (length != length_of(name)) return 0;
    const char *bytes = (const char *)(behind + 1);
    if (name->prefix) {
        if (memcmp(bytes, name->prefix->bytes, name->prefix->length) || bytes[name->prefix->length] != ':') return 0;
        bytes += name->prefix->length + 1;
    }
    return !memcmp(bytes, name->text.bytes, name->text.length);
}

/* The slot of a name, or the empty one where it would be. */
static Slot *slot_of(const Table *table, const Name *name) {
    uint32_t tag = (uint32_t)(name->hash >> 32);
    size_t at = name->hash & table->mask;
    for (; table->slots[at].record; at = (at + 1) & table->mask)
        if (table->slots[at].tag == tag && is_named(table->records + table->slots[at].record + table->classes, name)) break;
    return table->slots + at;
}

/* Adds to the totals the sum of those of some names that are known. */
static void add_names(const Table *table, const Name *names, Py_ssize_t count, double *totals) {
    double sums[MAX_CLASSES];
    int known = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        const Slot *slot = slot_of(table, names + n);
        if (!slot->record) continue;
        const double *weights = table->records + slot->record;
        for (Py_ssize_t k = 0; k < table->classes; k++) sums[k] = known ? sums[k] + weights[k] : weights[k];
        known = 1;
    }
    for (Py_ssize_t k = 0; known && k < table->classes; k++) totals[k] += sums[k];
}

static size_t units(size_t bytes) { return (bytes + sizeof(double) - 1) / sizeof(double); }

/* Writes the record of a feature and its slot; returns the place behind, 0 on an error. */
static size_t put(Table *table, size_t record, const Text *text, PyObject *weights) {
    if (!PyTuple_Check(weights) || PyTuple_Size(weights) != table->classes) {
        PyErr_SetString(PyExc_ValueError, "one weight a class expected");
        return 0;
    }
    double *place = table->records + record;
    for (Py_ssize_t k = 0; k < table->classes; k++) *place++ = PyFloat_AsDouble(PyTuple_GetItem(weights, k));
    uint64_t length = text->length;
    memcpy(place, &length, sizeof length);
    memcpy(place + 1, text->bytes, text->length);
    Name name;
    call_for(table, &name, NULL, text);
    Slot *slot = slot_of(table, &name);
    slot->tag = (uint32_t)(name.hash >> 32), slot->record = (uint32_t)record;
    return PyErr_Occurred() ? 0 : record + (size_t)table->classes + 1 + units(text->length);
}

static void free_table(Table *table) {
    PyMem_Free(table->slots);
    PyMem_Free(table->records);
    PyMem_Free(table);
}

static void destroy(PyObject *capsule) { free_table(PyCapsule_GetPointer(capsule, TABLE)); }

static PyObject *tabled(PyObject *self, PyObject *args) {
    PyObject *weights, *name, *values;
    Py_ssize_t classes, position = 0;
    if (!PyArg_ParseTuple(args, "O!n", &PyDict_Type, &weights, &classes)) return NULL;
    if (classes < 0 || classes > MAX_CLASSES) return PyErr_Format(PyExc_ValueError, "too many classes");
    size_t slots = 8, needed = 1;
    while (slots < 2 * (size_t)PyDict_Size(weights)) slots *= 2;
    while (PyDict_Next(weights, &position, &name, &values)) {
        Py_ssize_t length;
        if (!PyUnicode_AsUTF8AndSize(name, &length)) return NULL;
        needed += (size_t)classes + 1 + units((size_t)length);
    }
    if (needed > UINT32_MAX) return PyErr_Format(PyExc_ValueError, "too many features");
    Table *table = PyMem_Calloc(1, sizeof(Table));
    if (!table) return PyErr_NoMemory();
    table->classes = classes, table->mask = slots - 1;
    table->slots = PyMem_Calloc(slots, sizeof(Slot));
    table->records = PyMem_Calloc(needed, sizeof(double));
    PyObject *capsule = NULL;
    Text text;
    size_t record = table->slots && table->records ? 1 : 0;
    if (!record) PyErr_NoMemory();
    for (position = 0; record && PyDict_Next(weights, &position, &name, &values);)
        record = read_text(name, &text) ? put(table, record, &text, values) : 0;
    if (!record || !(capsule = PyCapsule_New(table, TABLE, destroy))) free_table(table);
    return capsule;
}

/* Names all features, calling for their slots: each of `plain` alone and behind every prefix, then `more`. */
static int name_all(const Table *table, PyObject *plain, const Text *prefixes, Py_ssize_t crossed, PyObject *more,
                    Name *names) {
    Text text;
    for (Py_ssize_t n = 0; n < PyList_Size(plain); n++) {
        if (!read_text(PyList_GetItem(plain, n), &text)) return 0;
        call_for(table, names++, NULL, &text);
        for (Py_ssize_t k = 0; k < crossed; k++) call_for(table, names++, prefixes + k, &text);
    }
    for (Py_ssize_t n = 0; n < PyList_Size(more); n++) {
        if (!read_text(PyList_GetItem(more, n), &text)) return 0;
        call_for(table, names++, NULL, &text);
    }
    return 1;
}

static PyObject *total_weights(PyObject *self, PyObject *args) {
    PyObject *bias, *capsule, *plain, *by, *more;
    double totals[MAX_CLASSES];
    Text prefixes[MAX_CROSSED];
    if (!PyArg_ParseTuple(args, "O!OO!O!O!", &PyTuple_Type, &bias, &capsule, &PyList_Type, &plain, &PyTuple_Type, &by,
                          &PyList_Type, &more))
        return NULL;
    const Table *table = PyCapsule_GetPointer(capsule, TABLE);
    if (!table) return NULL;
    Py_ssize_t crossed = PyTuple_Size(by), alone = PyList_Size(plain), rest = PyList_Size(more);
    if (crossed > MAX_CROSSED || PyTuple_Size(bias) != table->classes)
        return PyErr_Format(PyExc_ValueError, "one bias a class expected, and at most %d to cross with", MAX_CROSSED);
    for (Py_ssize_t k = 0; k < table->classes; k++) totals[k] = PyFloat_AsDouble(PyTuple_GetItem(bias, k));
    for (Py_ssize_t k = 0; k < crossed; k++)
        if (!read_text(PyTuple_GetItem(by, k), prefixes + k)) return NULL;
    Name *names = PyMem_Malloc((size_t)(alone * (1 + crossed) + rest + 1) * sizeof(Name)), *next = names;
    if (!names) return PyErr_NoMemory();
    if (PyErr_Occurred() || !name_all(table, plain, prefixes, crossed, more, names)) {
        PyMem_Free(names);
        return NULL;
    }
    for (Py_ssize_t n = 0; n < alone; n++, next += 1 + crossed) add_names(table, next, 1 + crossed, totals);
    for (Py_ssize_t n = 0; n < rest; n++) add_names(table, next++, 1, totals);
    PyMem_Free(names);
    PyObject *result = PyList_New(table->classes);
    for (Py_ssize_t k = 0; result && k < table->classes; k++) {
        PyObject *total = PyFloat_FromDouble(totals[k]);
        if (!total || PyList_SetItem(result, k, total) < 0) Py_CLEAR(result);
    }
    return result;
}

static PyMethodDef methods[] = {
    {"tabled", tabled, METH_VARARGS, "weights, classes."},
    {"total_weights", total_weights, METH_VARARGS, "bias, table, plain, by, more."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_linear", "The inner loop of the linear models.", -1, methods};

PyMODINIT_FUNC PyInit__linear(void) { return PyModule_Create(&module); }
