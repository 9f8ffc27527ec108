// The layers' element-wise arithmetic. Plain C that the compiler vectorises; `target_clones` makes a version for each
// family of processors and the loader picks one as the program starts.
#include "kernels.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTOR
#endif
#define INLINE static inline __attribute__((always_inline))

// LANES: what one AVX-512 register holds, and an order of addition that every build shares.
enum { WIDTH = 96, PIECES = 3 * WIDTH, HIDDEN = 64, LANES = 16 };

VECTOR void ent_sum_rows(float *out, const float *const *rows, size_t count, size_t width) {
    for (size_t r = 0; r < count; r++) {
        const float *row = rows[r];
        for (size_t i = 0; i < width; i++) out[i] += row[i];
    }
}

INLINE void maxout3_norm(float *out, const float *residual, const float *p, const float *gain, const float *bias) {
    float best[WIDTH];
    float lanes[LANES] = {0}, squares[LANES] = {0};
    for (size_t i = 0; i < WIDTH; i += LANES)
        for (size_t j = 0; j < LANES; j++) {
            float a = p[i + j], b = p[WIDTH + i + j], c = p[2 * WIDTH + i + j];
            float m = a > b ? a : b;
            m = m > c ? m : c;
            best[i + j] = m;
            lanes[j] += m;
        }
    float sum = 0;
    for (size_t j = 0; j < LANES; j++) sum += lanes[j];
    float mean = sum / WIDTH;
    for (size_t i = 0; i < WIDTH; i += LANES)
        for (size_t j = 0; j < LANES; j++) {
            float d = best[i + j] - mean;
            squares[j] += d * d;
        }
    float square = 0;
    for (size_t j = 0; j < LANES; j++) square += squares[j];
    float scale = 1.0f / sqrtf(square / WIDTH + 1e-8f);
    if (residual)
        for (size_t i = 0; i < WIDTH; i++) out[i] = residual[i] + (best[i] - mean) * scale * gain[i] + bias[i];
    else
        for (size_t i = 0; i < WIDTH; i++) out[i] = (best[i] - mean) * scale * gain[i] + bias[i];
}

VECTOR void ent_maxout3_norm(float *out, const float *residual, const float *pieces, const float *gain,
                             const float *bias, size_t n) {
    for (size_t row = 0; row < n; row++)
        maxout3_norm(out + row * WIDTH, residual ? residual + row * WIDTH : 0, pieces + row * PIECES, gain, bias);
}

VECTOR void ent_window_sum_norm(float *out, const float *residual, const float *const *shares, const float *bias,
                                const float *gain, const float *norm_bias, size_t n) {
    float pieces[PIECES];
    for (size_t row = 0; row < n; row++) {
        const float *before = shares[row], *here = shares[row + 1] + PIECES, *after = shares[row + 2] + 2 * PIECES;
        for (size_t i = 0; i < PIECES; i++) pieces[i] = bias[i] + before[i] + here[i] + after[i];
        maxout3_norm(out + row * WIDTH, residual + row * WIDTH, pieces, gain, norm_bias);
    }
}

VECTOR void ent_winograd_input(float *out, const float *rows, const int32_t *starts, size_t quads) {
    const size_t plane = quads * WIDTH;
    for (size_t q = 0; q < quads; q++) {
        const float *x = rows + ((size_t)starts[q] - 1) * WIDTH;
        float *u = out + q * WIDTH;
        for (size_t i = 0; i < WIDTH; i++) {
            float a = x[i], b = x[WIDTH + i], c = x[2 * WIDTH + i];
            float d = x[3 * WIDTH + i], e = x[4 * WIDTH + i], f = x[5 * WIDTH + i];
            float even = e - 4 * c, odd = d - 4 * b, near = e - c, twice = 2 * (d - b);
            u[i] = 4 * (a - c) + (e - c);
            u[plane + i] = even + odd;
            u[2 * plane + i] = even - odd;
            u[3 * plane + i] = near + twice;
            u[4 * plane + i] = near - twice;
            u[5 * plane + i] = 4 * (b - d) + (f - d);
        }
    }
}

VECTOR void ent_winograd_output_norm(float *out, const float *residual, const float *products, const int32_t *starts,
                                     const float *bias, const float *gain, const float *norm_bias, size_t quads) {
    const size_t plane = quads * PIECES;
    float pieces[4][PIECES];
    for (size_t q = 0; q < quads; q++) {
        const float *m = products + q * PIECES;
        for (size_t i = 0; i < PIECES; i++) {
            float sum1 = m[plane + i] + m[2 * plane + i], difference1 = m[plane + i] - m[2 * plane + i];
            float sum2 = m[3 * plane + i] + m[4 * plane + i], difference2 = m[3 * plane + i] - m[4 * plane + i];
            pieces[0][i] = bias[i] + m[i] + sum1 + sum2;
            pieces[1][i] = bias[i] + difference1 + 2 * difference2;
            pieces[2][i] = bias[i] + sum1 + 4 * sum2;
            pieces[3][i] = bias[i] + difference1 + 8 * difference2 + m[5 * plane + i];
        }
        for (size_t r = 0; r < 4; r++) {
            size_t row = ((size_t)starts[q] + r) * WIDTH;
            maxout3_norm(out + row, residual + row, pieces[r], gain, norm_bias);
        }
    }
}

// `columns` output columns at once: independent sums that hide the latency of the multiply-add.
INLINE void output_block(float *scores, const float *hidden, const float *weights, const float *bias, size_t stride,
                         size_t columns) {
    float total[64];
    memcpy(total, bias, columns * sizeof(float));
    for (size_t k = 0; k < HIDDEN; k++) {
        float h = hidden[k];
        const float *w = weights + k * stride;
        for (size_t j = 0; j < columns; j++) total[j] += h * w[j];
    }
    memcpy(scores, total, columns * sizeof(float));
}

VECTOR void ent_transition_scores(float *scores, const float *features, const float *padding, const int32_t *ids,
                                  size_t count, const float *bias, const float *weights, const float *output_bias,
                                  size_t classes) {
    float pieces[2 * HIDDEN];
    float hidden[HIDDEN];
    memcpy(pieces, bias, sizeof pieces);
    for (size_t f = 0; f < count; f++) {
        const float *row = ids[f] < 0 ? padding + f * 2 * HIDDEN
                                      : features + ((size_t)ids[f] * count + f) * 2 * HIDDEN;
        for (size_t i = 0; i < 2 * HIDDEN; i++) pieces[i] += row[i];
    }
    for (size_t i = 0; i < HIDDEN; i++) hidden[i] = pieces[i] > pieces[HIDDEN + i] ? pieces[i] : pieces[HIDDEN + i];
    size_t at = 0;
    for (; at + 64 <= classes; at += 64)
        output_block(scores + at, hidden, weights + at, output_bias + at, classes, 64);
    if (at + 32 <= classes) {
        output_block(scores + at, hidden, weights + at, output_bias + at, classes, 32);
        at += 32;
    }
    if (at < classes) output_block(scores + at, hidden, weights + at, output_bias + at, classes, 16);
}

VECTOR size_t ent_argmax(const float *values, size_t n) {
    // The greatest number by lanes, then the first place that holds it.
    size_t i = 0;
    float best = values[0];
    if (n >= LANES) {
        float lanes[LANES];
        memcpy(lanes, values, sizeof lanes);
        for (i = LANES; i + LANES <= n; i += LANES)
            for (size_t j = 0; j < LANES; j++) lanes[j] = values[i + j] > lanes[j] ? values[i + j] : lanes[j];
        for (size_t j = 0; j < LANES; j++) best = lanes[j] > best ? lanes[j] : best;
    }
    for (; i < n; i++) best = values[i] > best ? values[i] : best;
    for (i = 0; i + 1 < n; i++)
        if (values[i] == best) break;
    return i;
}
