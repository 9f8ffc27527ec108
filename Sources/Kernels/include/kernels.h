#ifndef ENTENTE_KERNELS_H
#define ENTENTE_KERNELS_H
int entente_kernels_version(void);
#endif
