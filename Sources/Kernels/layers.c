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

enum { WIDTH = 96, HIDDEN = 64 };

VECTOR void ent_sum_rows(float *out, const float *const *rows, size_t count, size_t width) {
    for (size_t r = 0; r < count; r++) {
        const float *row = rows[r];
        for (size_t i = 0; i < width; i++) out[i] += row[i];
    }
}

VECTOR void ent_maxout3_norm(float *out, const float *residual, const float *pieces, const float *gain,
                             const float *bias, size_t n) {
    for (size_t row = 0; row < n; row++) {
        const float *p = pieces + row * 3 * WIDTH;
        float best[WIDTH];
        float lanes[16] = {0}, squares[16] = {0};
        // Sixteen running sums: what one AVX-512 register holds, and an order of addition that every build shares.
        for (size_t i = 0; i < WIDTH; i += 16) {
            for (size_t j = 0; j < 16; j++) {
                float a = p[i + j], b = p[WIDTH + i + j], c = p[2 * WIDTH + i + j];
                float m = a > b ? a : b;
                m = m > c ? m : c;
                best[i + j] = m;
                lanes[j] += m;
            }
        }
        float sum = 0;
        for (size_t j = 0; j < 16; j++) sum += lanes[j];
        float mean = sum / WIDTH;
        for (size_t i = 0; i < WIDTH; i += 16)
            for (size_t j = 0; j < 16; j++) {
                float d = best[i + j] - mean;
                squares[j] += d * d;
            }
        float square = 0;
        for (size_t j = 0; j < 16; j++) square += squares[j];
        float scale = 1.0f / sqrtf(square / WIDTH + 1e-8f);
        float *o = out + row * WIDTH;
        if (residual) {
            const float *r = residual + row * WIDTH;
            for (size_t i = 0; i < WIDTH; i++) o[i] = r[i] + (best[i] - mean) * scale * gain[i] + bias[i];
        } else {
            for (size_t i = 0; i < WIDTH; i++) o[i] = (best[i] - mean) * scale * gain[i] + bias[i];
        }
    }
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
    // Sixty-four columns at once: four independent sums hide the latency of the multiply-add.
    for (size_t base = 0; base < classes; base += 64) {
        float total[64];
        memcpy(total, output_bias + base, sizeof total);
        for (size_t k = 0; k < HIDDEN; k++) {
            float h = hidden[k];
            const float *w = weights + k * classes + base;
            for (size_t j = 0; j < 64; j++) total[j] += h * w[j];
        }
        memcpy(scores + base, total, sizeof total);
    }
}

size_t ent_argmax(const float *values, size_t n) {
    size_t best = 0;
    for (size_t i = 1; i < n; i++)
        if (values[i] > values[best]) best = i;
    return best;
}
