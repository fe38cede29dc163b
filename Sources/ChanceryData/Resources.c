// Written by Scripts/embed.sh; do not edit.
#include "ChanceryData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char resource_0[] = {
#embed "../../Data/Codebook/README.txt" suffix(,)
    0};
const chancery_resource chancery_resources[] = {
    {"Codebook/README.txt", resource_0, sizeof resource_0 - 1},
    {"", (const unsigned char *)"", 0}};
const size_t chancery_resource_count = 1;
