#include "kernels.h"
int entente_kernels_version(void) { return 1; }
