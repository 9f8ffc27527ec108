// The inner loops that need the machine's vector units, and the shim over oneDNN.
//
// Every function works on memory that the caller owns and allocates nothing, except the two constructors. All
// arrays are 32-bit floats, row-major, without padding between rows unless a stride is named.
#ifndef ENTENTE_KERNELS_H
#define ENTENTE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// A matrix product with weights packed once: C[rows, columns] = A[rows, inner] B[inner, columns] + bias.
// Made for one number of rows, used by one thread at a time.
typedef struct ent_matmul ent_matmul;

// Null when oneDNN refuses; `bias` may be null. The weights are copied.
ent_matmul *ent_matmul_create(int64_t rows, int64_t inner, int64_t columns, const float *weights, const float *bias);
// `a` has rows x inner numbers and `c` rows x columns. Returns 0, or oneDNN's status.
int ent_matmul_run(ent_matmul *product, const float *a, float *c);
void ent_matmul_free(ent_matmul *product);

// Keeps oneDNN's OpenMP to the calling thread: once on each thread before its first product.
void ent_use_one_thread(void);

// out[width] += rows[0] + rows[1] + ...; each row has `width` numbers.
void ent_sum_rows(float *out, const float *const *rows, size_t count, size_t width);

// Maxout over three pieces, layer normalisation and scale (thinc's Maxout with normalize), and the residual:
// out[i] = residual[i] + gain * norm(max of the three planes of pieces[i]) + bias, for n rows of 96.
// `pieces` holds n rows of 3 planes of 96. `residual` may be null. `out` and `residual` may be the same.
void ent_maxout3_norm(float *out, const float *residual, const float *pieces, const float *gain, const float *bias,
                      size_t n);

// The first convolution from words' shares: shares[r], shares[r + 1] and shares[r + 2] point to 3 x 288 numbers each,
// what a word adds to the row after it, its own, and the row before it. Row r of `out` is
// residual[r] + gain * norm(maxout3(bias + share before + own share + share after)) + norm_bias.
void ent_window_sum_norm(float *out, const float *residual, const float *const *shares, const float *bias,
                         const float *gain, const float *norm_bias, size_t n);

// A convolution over windows of three rows by Winograd's minimal filtering F(4, 3) (Lavin and Gray 2016): four rows of
// output, a quad, for six products instead of twelve. Quad q makes rows starts[q] to starts[q] + 3 from the rows
// starts[q] - 1 to starts[q] + 4; `out` gets six planes of `quads` rows of 96, each to be multiplied with its own
// weights.
void ent_winograd_input(float *out, const float *rows, const int32_t *starts, size_t quads);

// From the six planes of products, `quads` rows of 288 each, to the quads' rows of `out`:
// residual + gain * norm(maxout3(bias + convolution)) + norm_bias.
void ent_winograd_output_norm(float *out, const float *residual, const float *products, const int32_t *starts,
                              const float *bias, const float *gain, const float *norm_bias, size_t quads);

// One step of a transition model (spaCy's parser_model): sums the precomputed features of `count` tokens
// (`ids[f]` < 0 takes row f of `padding`), adds `bias`, takes the maximum of two planes of 64, and multiplies with
// the output weights. `features` holds for each token count x 128 numbers. `scores` has `classes` numbers, and
// `weights` is [64, classes], `classes` a multiple of 16.
void ent_transition_scores(float *scores, const float *features, const float *padding, const int32_t *ids,
                           size_t count, const float *bias, const float *weights, const float *output_bias,
                           size_t classes);

// The index of the greatest of n numbers, the first of equals (n > 0).
size_t ent_argmax(const float *values, size_t n);

// MurmurHash3_x64_128 of one 64-bit key: the four row hashes of thinc's HashEmbed.
void ent_murmur3_128(uint64_t key, uint32_t seed, uint32_t out[4]);

#endif
