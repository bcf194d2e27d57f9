/* The inner loops of the parser: see kernel.py for what each function promises, stepwise.py and layers.py for the same in numpy.
 *
 * Sums have one order, which the numpy version repeats; so no -ffast-math, and no fused multiply-add (the pragmas below).
 * Texts of a batch lie one after the other; `bounds` holds their limits (texts + 1 numbers). All arrays are contiguous.
 */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#elif defined(_MSC_VER)
#pragma fp_contract(off)
#endif

#define LANES 8
#define MAX_WIDTH 1024

/* ---- hashing ------------------------------------------------------------------------------------------------- */

/* MurmurHash64A (Austin Appleby, public domain), seed 1. */
static uint64_t string_key(const unsigned char *data, Py_ssize_t length) {
    const uint64_t m = 0xC6A4A7935BD1E995ULL;
    uint64_t value = 1 ^ ((uint64_t)length * m);
    Py_ssize_t start = 0;
    for (; start + 8 <= length; start += 8) {
        uint64_t block = 0;
        for (int byte = 7; byte >= 0; byte--) block = block << 8 | data[start + byte];
        block *= m;
        block ^= block >> 47;
        value = (value ^ block * m) * m;
    }
    if (start < length) {
        uint64_t rest = 0;
        for (Py_ssize_t byte = length - 1; byte >= start; byte--) rest = rest << 8 | data[byte];
        value = (value ^ rest) * m;
    }
    value = (value ^ value >> 47) * m;
    return value ^ value >> 47;
}

/* ---- maxout and layer normalisation -------------------------------------------------------------------------- */

static float lane_sum(const float *value, int width) {
    float lane[LANES];
    memcpy(lane, value, sizeof lane);
    for (int start = LANES; start < width; start += LANES)
        for (int k = 0; k < LANES; k++) lane[k] += value[start + k];
    for (int count = LANES; count > 1; count /= 2)
        for (int k = 0; k < count / 2; k++) lane[k] = lane[2 * k] + lane[2 * k + 1];
    return lane[0];
}

static void add_maxout(const float *product, const float *bias, const float *gain, const float *shift, float *rows,
                       Py_ssize_t count, int width, int pieces) {
    float value[MAX_WIDTH], square[MAX_WIDTH];
    for (Py_ssize_t row = 0; row < count; row++, product += pieces * width, rows += width) {
        for (int j = 0; j < width; j++) value[j] = product[j] + bias[j];
        for (int piece = 1; piece < pieces; piece++) {
            const float *other = product + piece * width, *offset = bias + piece * width;
            for (int j = 0; j < width; j++) {
                float sum = other[j] + offset[j];
                value[j] = value[j] > sum ? value[j] : sum;
            }
        }
        float mean = lane_sum(value, width) / (float)width;
        for (int j = 0; j < width; j++) {
            value[j] -= mean;
            square[j] = value[j] * value[j];
        }
        float scale = 1.0f / sqrtf(lane_sum(square, width) / (float)width + 1e-8f);
        for (int j = 0; j < width; j++) rows[j] += value[j] * scale * gain[j] + shift[j];
    }
}

/* ---- scores of a state --------------------------------------------------------------------------------------- */

typedef struct {
    const float *hidden, *missing, *bias, *weight, *score_bias;
    const int32_t *kinds;
    int features, moves, outputs, pieces;
} Scorer;

static void score(const Scorer *scorer, const float *hidden, const int *tokens, float *scores) {
    int outputs = scorer->outputs, moves = scorer->moves, width = outputs * scorer->pieces;
    float sum[MAX_WIDTH];
    for (int f = 0; f < scorer->features; f++) {
        const float *part = tokens[f] < 0 ? scorer->missing + (size_t)f * width
                                          : hidden + ((size_t)tokens[f] * scorer->features + f) * width;
        if (f == 0)
            memcpy(sum, part, width * sizeof *sum);
        else
            for (int j = 0; j < width; j++) sum[j] += part[j];
    }
    for (int j = 0; j < width; j++) sum[j] += scorer->bias[j];
    for (int piece = 1; piece < scorer->pieces; piece++)
        for (int j = 0; j < outputs; j++) {
            float other = sum[piece * outputs + j];
            sum[j] = sum[j] > other ? sum[j] : other;
        }
    for (int m = 0; m < moves; m++) scores[m] = sum[0] * scorer->weight[m];
    for (int j = 1; j < outputs; j++) {
        const float *row = scorer->weight + (size_t)j * moves;
        float input = sum[j];
        for (int m = 0; m < moves; m++) scores[m] += input * row[m];
    }
    for (int m = 0; m < moves; m++) scores[m] += scorer->score_bias[m];
}

/* ---- the arc-eager parser ------------------------------------------------------------------------------------ */

/* The state of one text. A list of children is a chain through `elder`: the last child, the one before it, and so on. */
typedef struct {
    int length, next, depth, back;
    int *stack, *returned, *left, *right, *elder;
    char *fixed, *starts;
    int32_t *heads, *moves;
} Tree;

static int buffer_word(const Tree *tree, int position) {
    if (position < tree->back) return tree->returned[tree->back - 1 - position];
    int word = tree->next + position - tree->back;
    return word < tree->length ? word : -1;
}

static int stack_word(const Tree *tree, int position) {
    return position < tree->depth ? tree->stack[tree->depth - 1 - position] : -1;
}

static void push(Tree *tree, int word) {
    tree->stack[tree->depth++] = word;
    if (tree->back)
        tree->back--;
    else
        tree->next++;
}

static void attach(Tree *tree, int child, int head, int move) {
    if (tree->heads[child] >= 0) tree->right[tree->heads[child]] = tree->elder[child]; /* always the last right child */
    int *last = head > child ? tree->left : tree->right;
    tree->elder[child] = last[head];
    last[head] = child;
    tree->heads[child] = head;
    tree->moves[child] = move;
}

static void reduce(Tree *tree) {
    int word = tree->stack[--tree->depth];
    if (tree->heads[word] < 0 && tree->depth) {
        tree->fixed[word] = 1;
        tree->returned[tree->back++] = word;
    }
}

static void take(Tree *tree, int kind, int move, int first, int second, int top) {
    switch (kind) {
    case 'S': push(tree, first); break;
    case 'D': reduce(tree); break;
    case 'L':
        attach(tree, top, first, move);
        tree->fixed[first] = 0;
        tree->depth--;
        break;
    case 'R':
        attach(tree, first, top, move);
        push(tree, first);
        break;
    default: tree->starts[second] = 1;
    }
}

static void parse_text(const Scorer *scorer, const float *hidden, Tree *tree) {
    float scores[MAX_WIDTH];
    char valid[128] = {0};
    for (;;) {
        int left_over = tree->length - tree->next + tree->back;
        if (!tree->depth && !left_over) return;
        int first = buffer_word(tree, 0), second = buffer_word(tree, 1), top = stack_word(tree, 0);
        int begins = first >= 0 && tree->starts[first];
        valid['S'] = !tree->depth || (left_over > 1 && !begins && !tree->fixed[first]);
        valid['D'] = tree->depth > 0;
        valid['L'] = valid['R'] = tree->depth && left_over && !begins;
        valid['B'] = left_over > 1 && second == first + 1 && !tree->starts[second];
        if (!left_over) { /* nothing but reductions are possible, whatever their score */
            reduce(tree);
            continue;
        }
        int tokens[8] = {first,
                         second,
                         top,
                         stack_word(tree, 1),
                         stack_word(tree, 2),
                         tree->left[first],
                         top >= 0 ? tree->left[top] : -1,
                         top >= 0 ? tree->right[top] : -1};
        score(scorer, hidden, tokens, scores);
        int best = -1;
        for (int m = 0; m < scorer->moves; m++)
            if (valid[scorer->kinds[m]] && (best < 0 || scores[m] > scores[best])) best = m;
        take(tree, scorer->kinds[best], best, first, second, top);
    }
}

static int parse(const Scorer *scorer, const int32_t *bounds, int texts, int32_t *heads, int32_t *moves) {
    int longest = 0;
    for (int text = 0; text < texts; text++)
        if (bounds[text + 1] - bounds[text] > longest) longest = bounds[text + 1] - bounds[text];
    size_t size = (size_t)longest + 1;
    int *space = malloc(5 * size * sizeof *space);
    char *flags = malloc(2 * size);
    size_t row = (size_t)scorer->features * scorer->outputs * scorer->pieces;
    if (space && flags) {
        for (int text = 0; text < texts; text++) {
            int start = bounds[text];
            Tree tree = {.length = bounds[text + 1] - start, .heads = heads + start, .moves = moves + start};
            tree.stack = space, tree.returned = space + size, tree.elder = space + 2 * size;
            tree.left = space + 3 * size, tree.right = space + 4 * size;
            tree.fixed = flags, tree.starts = flags + size;
            memset(tree.elder, -1, 3 * size * sizeof *space);
            memset(flags, 0, 2 * size);
            memset(tree.heads, -1, tree.length * sizeof *heads);
            memset(tree.moves, -1, tree.length * sizeof *moves);
            parse_text(scorer, scorer->hidden + start * row, &tree);
        }
    }
    int done = space && flags;
    free(space);
    free(flags);
    return done;
}

/* ---- names --------------------------------------------------------------------------------------------------- */

static int name_move_valid(int kind, int label, int open_label, int ends, int blank) {
    if (open_label) return label == open_label && (kind == 'L' || (kind == 'I' && !ends));
    return kind == 'O' || (label > 0 && !blank && (kind == 'U' || (kind == 'B' && !ends)));
}

static void name_text(const Scorer *scorer, const float *hidden, int length, const int32_t *labels,
                      const unsigned char *blank, const unsigned char *starts, int32_t *moves) {
    float scores[MAX_WIDTH];
    int opened = -1, open_label = 0;
    for (int token = 0; token < length; token++) {
        int tokens[3] = {token, opened, opened >= 0 ? token - 1 : -1};
        int ends = token + 1 == length || starts[token + 1], best = -1;
        score(scorer, hidden, tokens, scores);
        for (int m = 0; m < scorer->moves; m++)
            if (name_move_valid(scorer->kinds[m], labels[m], open_label, ends, blank[token]) &&
                (best < 0 || scores[m] > scores[best]))
                best = m;
        moves[token] = best;
        if (scorer->kinds[best] == 'B') {
            opened = token;
            open_label = labels[best];
        } else if (scorer->kinds[best] == 'L') {
            opened = -1;
            open_label = 0;
        }
    }
}

/* ---- sentences ----------------------------------------------------------------------------------------------- */

/* Whether no arc leaves its sentence; as in spaCy, the last token is not looked at. */
static int closed(const int32_t *heads, int length, const unsigned char *starts) {
    int begin = 0;
    for (int end = 1; end < length; end++) {
        if (!starts[end] && end != length - 1) continue;
        for (int token = begin; token < end; token++)
            if (heads[token] >= 0 && (heads[token] < begin || heads[token] > end)) return 0;
        begin = end;
    }
    return 1;
}

static void mark_text(const int32_t *heads, int length, int *edges, unsigned char *starts) {
    for (int token = 0; token < length; token++) edges[token] = token;
    for (int round = 0; round < 12; round++) {
        for (int token = 0; token < length; token++)
            if (heads[token] >= 0 && edges[token] < edges[heads[token]]) edges[heads[token]] = edges[token];
        for (int token = length - 1; token >= 0; token--)
            if (heads[token] >= 0 && edges[token] < edges[heads[token]]) edges[heads[token]] = edges[token];
        for (int token = 0; token < length; token++) starts[token] = 0;
        for (int token = 0; token < length; token++)
            if (heads[token] < 0) starts[edges[token]] = 1;
        if (closed(heads, length, starts)) return;
    }
}

/* ---- Python -------------------------------------------------------------------------------------------------- */

typedef struct {
    Py_buffer view[16];
    int count;
} Buffers;

/* Takes the buffers of all arguments; the last `outputs` of them must be writable. */
static int take_buffers(Buffers *buffers, PyObject *args, int wanted, int outputs) {
    buffers->count = 0;
    if (PyTuple_Size(args) != wanted) {
        PyErr_Format(PyExc_TypeError, "%d buffers expected", wanted);
        return 0;
    }
    for (int k = 0; k < wanted; k++) {
        int flags = k >= wanted - outputs ? PyBUF_WRITABLE : PyBUF_SIMPLE;
        if (PyObject_GetBuffer(PyTuple_GetItem(args, k), &buffers->view[k], flags) < 0) return 0;
        buffers->count++;
    }
    return 1;
}

static PyObject *give_back(Buffers *buffers, const char *error) {
    for (int k = 0; k < buffers->count; k++) PyBuffer_Release(&buffers->view[k]);
    if (error) PyErr_SetString(PyExc_ValueError, error);
    if (PyErr_Occurred()) return NULL;
    Py_RETURN_NONE;
}

static Py_ssize_t items(const Buffers *buffers, int k) { return buffers->view[k].len / 4; }

/* Buffers 0 to 5 are hidden, missing, bias, weight, score_bias, kinds; returns an error message or NULL. */
static const char *read_scorer(Scorer *scorer, const Buffers *buffers, int features) {
    Py_ssize_t width = items(buffers, 2), moves = items(buffers, 5);
    if (!moves || !width || items(buffers, 4) != moves) return "scores do not fit the moves";
    Py_ssize_t outputs = items(buffers, 3) / moves;
    if (!outputs || outputs * moves != items(buffers, 3) || width % outputs) return "weights do not fit the moves";
    if (items(buffers, 1) != features * width) return "wrong number of features";
    if (width > MAX_WIDTH || moves > MAX_WIDTH) return "layer too wide";
    scorer->hidden = buffers->view[0].buf, scorer->missing = buffers->view[1].buf;
    scorer->bias = buffers->view[2].buf, scorer->weight = buffers->view[3].buf;
    scorer->score_bias = buffers->view[4].buf, scorer->kinds = buffers->view[5].buf;
    scorer->features = features, scorer->moves = (int)moves;
    scorer->outputs = (int)outputs, scorer->pieces = (int)(width / outputs);
    for (int m = 0; m < moves; m++)
        if (scorer->kinds[m] < 0 || scorer->kinds[m] > 127) return "unknown kind of move";
    return NULL;
}

static const char *check_bounds(const int32_t *bounds, Py_ssize_t count, Py_ssize_t tokens) {
    if (count < 1 || bounds[0] != 0 || bounds[count - 1] != tokens) return "bounds do not cover the tokens";
    for (Py_ssize_t k = 1; k < count; k++)
        if (bounds[k] < bounds[k - 1]) return "bounds fall";
    return NULL;
}

static PyObject *py_string_key(PyObject *self, PyObject *data) {
    char *bytes;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(data, &bytes, &length) < 0) return NULL;
    return PyLong_FromUnsignedLongLong(string_key((const unsigned char *)bytes, length));
}

static PyObject *py_add_maxout(PyObject *self, PyObject *args) {
    Buffers in;
    const char *error = NULL;
    if (!take_buffers(&in, args, 5, 1)) return give_back(&in, NULL);
    Py_ssize_t width = items(&in, 2), total = items(&in, 1), count = width ? items(&in, 4) / width : 0;
    if (!width || width % LANES || width > MAX_WIDTH || total % width || items(&in, 3) != width ||
        items(&in, 0) != count * total)
        error = "layers do not fit";
    else
        add_maxout(in.view[0].buf, in.view[1].buf, in.view[2].buf, in.view[3].buf, in.view[4].buf, count, (int)width,
                   (int)(total / width));
    return give_back(&in, error);
}

static PyObject *py_parse(PyObject *self, PyObject *args) {
    Buffers in;
    Scorer scorer;
    if (!take_buffers(&in, args, 9, 2)) return give_back(&in, NULL);
    Py_ssize_t tokens = items(&in, 7);
    const char *error = read_scorer(&scorer, &in, 8);
    if (!error) error = check_bounds(in.view[6].buf, items(&in, 6), tokens);
    if (!error && (items(&in, 8) != tokens || items(&in, 0) != tokens * items(&in, 1))) error = "tokens do not fit";
    if (!error && !parse(&scorer, in.view[6].buf, (int)items(&in, 6) - 1, in.view[7].buf, in.view[8].buf))
        PyErr_NoMemory();
    return give_back(&in, error);
}

static PyObject *py_names(PyObject *self, PyObject *args) {
    Buffers in;
    Scorer scorer;
    if (!take_buffers(&in, args, 11, 1)) return give_back(&in, NULL);
    Py_ssize_t tokens = items(&in, 10);
    const char *error = read_scorer(&scorer, &in, 3);
    if (!error) error = check_bounds(in.view[7].buf, items(&in, 7), tokens);
    if (!error && (in.view[8].len != tokens || in.view[9].len != tokens || items(&in, 6) != scorer.moves ||
                   items(&in, 0) != tokens * items(&in, 1)))
        error = "tokens do not fit";
    if (!error) {
        const int32_t *bounds = in.view[7].buf;
        size_t row = (size_t)scorer.features * scorer.outputs * scorer.pieces;
        for (Py_ssize_t text = 0; text + 1 < items(&in, 7); text++) {
            int start = bounds[text];
            name_text(&scorer, scorer.hidden + start * row, bounds[text + 1] - start, in.view[6].buf,
                      (unsigned char *)in.view[8].buf + start, (unsigned char *)in.view[9].buf + start,
                      (int32_t *)in.view[10].buf + start);
        }
    }
    return give_back(&in, error);
}

static PyObject *py_mark_sentences(PyObject *self, PyObject *args) {
    Buffers in;
    if (!take_buffers(&in, args, 3, 1)) return give_back(&in, NULL);
    Py_ssize_t tokens = items(&in, 0);
    const int32_t *heads = in.view[0].buf, *bounds = in.view[1].buf;
    const char *error = check_bounds(bounds, items(&in, 1), tokens);
    if (!error && in.view[2].len != tokens) error = "tokens do not fit";
    int *edges = error ? NULL : malloc((tokens + 1) * sizeof *edges);
    if (!error && !edges) PyErr_NoMemory();
    for (Py_ssize_t text = 0; edges && !error && text + 1 < items(&in, 1); text++) {
        int start = bounds[text], length = bounds[text + 1] - start;
        for (int token = start; token < start + length && !error; token++)
            if (heads[token] >= length) error = "head outside of its text";
        if (!error) mark_text(heads + start, length, edges, (unsigned char *)in.view[2].buf + start);
    }
    free(edges);
    return give_back(&in, error);
}

static PyMethodDef methods[] = {
    {"string_key", py_string_key, METH_O, "The 64-bit key of a byte string."},
    {"add_maxout", py_add_maxout, METH_VARARGS, "product, bias, gain, shift, rows (changed)."},
    {"parse", py_parse, METH_VARARGS, "hidden, missing, bias, weight, score_bias, kinds, bounds, heads, moves (set)."},
    {"names", py_names, METH_VARARGS,
     "hidden, missing, bias, weight, score_bias, kinds, labels, bounds, blank, starts, moves (set)."},
    {"mark_sentences", py_mark_sentences, METH_VARARGS, "heads, bounds, starts (set)."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_kernel", "Inner loops of the parser.", -1, methods};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModule_Create(&module); }
