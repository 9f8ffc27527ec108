// MurmurHash3_x64_128 (Austin Appleby) of one 64-bit key, as thinc's `Ops.hash` computes it for `HashEmbed`.
#include "kernels.h"

static uint64_t finish(uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdull;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ull;
    return h ^ (h >> 33);
}

void ent_murmur3_128(uint64_t key, uint32_t seed, uint32_t out[4]) {
    // Eight bytes are all tail: no block of sixteen, so the second half is only the seed.
    uint64_t h1 = key * 0x87c37b91114253d5ull;
    h1 = (h1 << 31) | (h1 >> 33);
    h1 *= 0x4cf5ad432745937full;
    h1 = (h1 ^ seed) ^ 8;
    uint64_t h2 = (uint64_t)seed ^ 8;
    h1 += h2;
    h2 += h1;
    h1 = finish(h1);
    h2 = finish(h2);
    h1 += h2;
    h2 += h1;
    out[0] = (uint32_t)h1;
    out[1] = (uint32_t)(h1 >> 32);
    out[2] = (uint32_t)h2;
    out[3] = (uint32_t)(h2 >> 32);
}
