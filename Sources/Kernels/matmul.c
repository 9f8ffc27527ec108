// The shim over oneDNN's matmul primitive (oneDNN 2.6 C interface).
#include "kernels.h"

#include <dnnl.h>
#include <stdlib.h>
#include <string.h>

extern void omp_set_num_threads(int);

struct ent_matmul {
    dnnl_engine_t engine;
    dnnl_stream_t stream;
    dnnl_primitive_t primitive;
    dnnl_memory_t source, weights, bias, destination;
    int has_bias;
};

void ent_use_one_thread(void) { omp_set_num_threads(1); }

void ent_matmul_free(ent_matmul *p) {
    if (!p) return;
    if (p->primitive) dnnl_primitive_destroy(p->primitive);
    if (p->source) dnnl_memory_destroy(p->source);
    if (p->weights) dnnl_memory_destroy(p->weights);
    if (p->bias) dnnl_memory_destroy(p->bias);
    if (p->destination) dnnl_memory_destroy(p->destination);
    if (p->stream) dnnl_stream_destroy(p->stream);
    if (p->engine) dnnl_engine_destroy(p->engine);
    free(p);
}

// Packs the weights into the layout that the primitive asked for.
static int pack(ent_matmul *p, const dnnl_memory_desc_t *plain, const dnnl_memory_desc_t *packed, const float *w) {
    dnnl_memory_t from = NULL;
    dnnl_primitive_desc_t description = NULL;
    dnnl_primitive_t reorder = NULL;
    int ok = dnnl_memory_create(&from, plain, p->engine, (void *)w) == dnnl_success &&
             dnnl_memory_create(&p->weights, packed, p->engine, DNNL_MEMORY_ALLOCATE) == dnnl_success &&
             dnnl_reorder_primitive_desc_create(&description, plain, p->engine, packed, p->engine, NULL) ==
                 dnnl_success &&
             dnnl_primitive_create(&reorder, description) == dnnl_success;
    if (ok) {
        dnnl_exec_arg_t arguments[2] = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, p->weights}};
        ok = dnnl_primitive_execute(reorder, p->stream, 2, arguments) == dnnl_success &&
             dnnl_stream_wait(p->stream) == dnnl_success;
    }
    if (reorder) dnnl_primitive_destroy(reorder);
    if (description) dnnl_primitive_desc_destroy(description);
    if (from) dnnl_memory_destroy(from);
    return ok;
}

static int build(ent_matmul *p, int64_t m, int64_t k, int64_t n, const float *weights, const float *bias) {
    dnnl_dims_t a = {m, k}, b = {k, n}, c = {m, n}, d = {1, n};
    dnnl_memory_desc_t source, plain, any, destination, bias_desc;
    dnnl_matmul_desc_t operation;
    dnnl_primitive_desc_t description = NULL;
    memset(&bias_desc, 0, sizeof bias_desc);
    if (dnnl_engine_create(&p->engine, dnnl_cpu, 0) != dnnl_success) return 0;
    if (dnnl_stream_create(&p->stream, p->engine, dnnl_stream_default_flags) != dnnl_success) return 0;
    if (dnnl_memory_desc_init_by_tag(&source, 2, a, dnnl_f32, dnnl_ab) != dnnl_success ||
        dnnl_memory_desc_init_by_tag(&plain, 2, b, dnnl_f32, dnnl_ab) != dnnl_success ||
        dnnl_memory_desc_init_by_tag(&any, 2, b, dnnl_f32, dnnl_format_tag_any) != dnnl_success ||
        dnnl_memory_desc_init_by_tag(&destination, 2, c, dnnl_f32, dnnl_ab) != dnnl_success ||
        (bias && dnnl_memory_desc_init_by_tag(&bias_desc, 2, d, dnnl_f32, dnnl_ab) != dnnl_success))
        return 0;
    if (dnnl_matmul_desc_init(&operation, &source, &any, bias ? &bias_desc : NULL, &destination) != dnnl_success)
        return 0;
    if (dnnl_primitive_desc_create(&description, &operation, NULL, p->engine, NULL) != dnnl_success) return 0;
    const dnnl_memory_desc_t *packed = dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
    int ok = dnnl_primitive_create(&p->primitive, description) == dnnl_success &&
             pack(p, &plain, packed, weights) &&
             dnnl_memory_create(&p->source, &source, p->engine, DNNL_MEMORY_NONE) == dnnl_success &&
             dnnl_memory_create(&p->destination, &destination, p->engine, DNNL_MEMORY_NONE) == dnnl_success;
    dnnl_primitive_desc_destroy(description);
    if (ok && bias) {
        void *handle = NULL;
        p->has_bias = 1;
        ok = dnnl_memory_create(&p->bias, &bias_desc, p->engine, DNNL_MEMORY_ALLOCATE) == dnnl_success &&
             dnnl_memory_get_data_handle(p->bias, &handle) == dnnl_success;
        if (ok) memcpy(handle, bias, (size_t)n * sizeof(float));
    }
    return ok;
}

ent_matmul *ent_matmul_create(int64_t rows, int64_t inner, int64_t columns, const float *weights, const float *bias) {
    ent_matmul *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    if (!build(p, rows, inner, columns, weights, bias)) {
        ent_matmul_free(p);
        return NULL;
    }
    return p;
}

int ent_matmul_run(ent_matmul *p, const float *a, float *c) {
    dnnl_status_t status = dnnl_memory_set_data_handle(p->source, (void *)a);
    if (status == dnnl_success) status = dnnl_memory_set_data_handle(p->destination, c);
    if (status != dnnl_success) return (int)status;
    dnnl_exec_arg_t arguments[4] = {{DNNL_ARG_SRC, p->source},
                                    {DNNL_ARG_WEIGHTS, p->weights},
                                    {DNNL_ARG_DST, p->destination},
                                    {DNNL_ARG_BIAS, p->bias}};
    status = dnnl_primitive_execute(p->primitive, p->stream, p->has_bias ? 4 : 3, arguments);
    // The CPU stream runs as it is told; waiting costs nothing and keeps the contract.
    if (status == dnnl_success) status = dnnl_stream_wait(p->stream);
    return (int)status;
}
