#ifndef CHANCERY_DATA_H
#define CHANCERY_DATA_H
#include <stddef.h>

/// One file of Data/, compiled into the program so that the binary can be moved.
typedef struct {
  const char *_Nonnull path;  ///< below Data/, with slashes
  const unsigned char *_Nonnull bytes;
  size_t byte_count;
} chancery_resource;

/// Every embedded file, in the order of its path.
const chancery_resource *_Nonnull chancery_resource_list(void);
extern const size_t chancery_resource_count;
#endif
