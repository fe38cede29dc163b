// Written by Scripts/embed.sh; do not edit.
#include "ChanceryData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char resource_0[] = {
#embed "../../Data/Codebook/agents.tsv" suffix(,)
    0};
static const unsigned char resource_1[] = {
#embed "../../Data/Codebook/claims.tsv" suffix(,)
    0};
static const unsigned char resource_2[] = {
#embed "../../Data/Codebook/confidence.tsv" suffix(,)
    0};
static const unsigned char resource_3[] = {
#embed "../../Data/Codebook/cues.tsv" suffix(,)
    0};
static const unsigned char resource_4[] = {
#embed "../../Data/Codebook/currencies.tsv" suffix(,)
    0};
static const unsigned char resource_5[] = {
#embed "../../Data/Codebook/debris.tsv" suffix(,)
    0};
static const unsigned char resource_6[] = {
#embed "../../Data/Codebook/event-places.tsv" suffix(,)
    0};
static const unsigned char resource_7[] = {
#embed "../../Data/Codebook/frames/accuse.frames" suffix(,)
    0};
static const unsigned char resource_8[] = {
#embed "../../Data/Codebook/frames/agree.frames" suffix(,)
    0};
static const unsigned char resource_9[] = {
#embed "../../Data/Codebook/frames/aid.frames" suffix(,)
    0};
static const unsigned char resource_10[] = {
#embed "../../Data/Codebook/frames/assault.frames" suffix(,)
    0};
static const unsigned char resource_11[] = {
#embed "../../Data/Codebook/frames/coerce.frames" suffix(,)
    0};
static const unsigned char resource_12[] = {
#embed "../../Data/Codebook/frames/concede.frames" suffix(,)
    0};
static const unsigned char resource_13[] = {
#embed "../../Data/Codebook/frames/consult.frames" suffix(,)
    0};
static const unsigned char resource_14[] = {
#embed "../../Data/Codebook/frames/cooperate.frames" suffix(,)
    0};
static const unsigned char resource_15[] = {
#embed "../../Data/Codebook/frames/mobilize.frames" suffix(,)
    0};
static const unsigned char resource_16[] = {
#embed "../../Data/Codebook/frames/more-status-aid.frames" suffix(,)
    0};
static const unsigned char resource_17[] = {
#embed "../../Data/Codebook/frames/more-status-coerce.frames" suffix(,)
    0};
static const unsigned char resource_18[] = {
#embed "../../Data/Codebook/frames/more-status-conflict.frames" suffix(,)
    0};
static const unsigned char resource_19[] = {
#embed "../../Data/Codebook/frames/more-status-cooperative.frames" suffix(,)
    0};
static const unsigned char resource_20[] = {
#embed "../../Data/Codebook/frames/more-status-reject.frames" suffix(,)
    0};
static const unsigned char resource_21[] = {
#embed "../../Data/Codebook/frames/more-status-request.frames" suffix(,)
    0};
static const unsigned char resource_22[] = {
#embed "../../Data/Codebook/frames/more-status-sanction.frames" suffix(,)
    0};
static const unsigned char resource_23[] = {
#embed "../../Data/Codebook/frames/protest.frames" suffix(,)
    0};
static const unsigned char resource_24[] = {
#embed "../../Data/Codebook/frames/reject.frames" suffix(,)
    0};
static const unsigned char resource_25[] = {
#embed "../../Data/Codebook/frames/request.frames" suffix(,)
    0};
static const unsigned char resource_26[] = {
#embed "../../Data/Codebook/frames/retreat.frames" suffix(,)
    0};
static const unsigned char resource_27[] = {
#embed "../../Data/Codebook/frames/sanction.frames" suffix(,)
    0};
static const unsigned char resource_28[] = {
#embed "../../Data/Codebook/frames/support.frames" suffix(,)
    0};
static const unsigned char resource_29[] = {
#embed "../../Data/Codebook/frames/threaten.frames" suffix(,)
    0};
static const unsigned char resource_30[] = {
#embed "../../Data/Codebook/measures.tsv" suffix(,)
    0};
static const unsigned char resource_31[] = {
#embed "../../Data/Codebook/modes.tsv" suffix(,)
    0};
static const unsigned char resource_32[] = {
#embed "../../Data/Codebook/occasion-series.tsv" suffix(,)
    0};
static const unsigned char resource_33[] = {
#embed "../../Data/Codebook/occasion-words.tsv" suffix(,)
    0};
static const unsigned char resource_34[] = {
#embed "../../Data/Codebook/occasions.tsv" suffix(,)
    0};
static const unsigned char resource_35[] = {
#embed "../../Data/Codebook/quoting.tsv" suffix(,)
    0};
static const unsigned char resource_36[] = {
#embed "../../Data/Codebook/reporting.tsv" suffix(,)
    0};
static const unsigned char resource_37[] = {
#embed "../../Data/Codebook/sets-conflict.txt" suffix(,)
    0};
static const unsigned char resource_38[] = {
#embed "../../Data/Codebook/sets-cooperative.txt" suffix(,)
    0};
static const unsigned char resource_39[] = {
#embed "../../Data/Codebook/sets-mentions.txt" suffix(,)
    0};
static const unsigned char resource_40[] = {
#embed "../../Data/Codebook/sets-places.txt" suffix(,)
    0};
static const unsigned char resource_41[] = {
#embed "../../Data/Codebook/sets-status.txt" suffix(,)
    0};
static const unsigned char resource_42[] = {
#embed "../../Data/Codebook/sets.txt" suffix(,)
    0};
static const unsigned char resource_43[] = {
#embed "../../Data/Codebook/times/fiscal-years.tsv" suffix(,)
    0};
static const unsigned char resource_44[] = {
#embed "../../Data/Codebook/times/holidays.tsv" suffix(,)
    0};
static const unsigned char resource_45[] = {
#embed "../../Data/Codebook/times/periods.tsv" suffix(,)
    0};
static const unsigned char resource_46[] = {
#embed "../../Data/Codebook/times/rules.tsv" suffix(,)
    0};
static const unsigned char resource_47[] = {
#embed "../../Data/Codebook/times/words.tsv" suffix(,)
    0};
static const unsigned char resource_48[] = {
#embed "../../Data/Codebook/visits.tsv" suffix(,)
    0};
static const unsigned char resource_49[] = {
#embed "../../Data/Facts/cities-imported.tsv" suffix(,)
    0};
static const unsigned char resource_50[] = {
#embed "../../Data/Facts/cities.tsv" suffix(,)
    0};
static const unsigned char resource_51[] = {
#embed "../../Data/Facts/groups.tsv" suffix(,)
    0};
static const unsigned char resource_52[] = {
#embed "../../Data/Facts/holders-imported.tsv" suffix(,)
    0};
static const unsigned char resource_53[] = {
#embed "../../Data/Facts/holders.tsv" suffix(,)
    0};
static const unsigned char resource_54[] = {
#embed "../../Data/Facts/initiatives.tsv" suffix(,)
    0};
static const unsigned char resource_55[] = {
#embed "../../Data/Facts/media.tsv" suffix(,)
    0};
static const unsigned char resource_56[] = {
#embed "../../Data/Facts/memberships-imported.tsv" suffix(,)
    0};
static const unsigned char resource_57[] = {
#embed "../../Data/Facts/metonyms-imported.tsv" suffix(,)
    0};
static const unsigned char resource_58[] = {
#embed "../../Data/Facts/metonyms.tsv" suffix(,)
    0};
static const unsigned char resource_59[] = {
#embed "../../Data/Facts/names-imported.tsv" suffix(,)
    0};
static const unsigned char resource_60[] = {
#embed "../../Data/Facts/names.tsv" suffix(,)
    0};
static const unsigned char resource_61[] = {
#embed "../../Data/Facts/offices.tsv" suffix(,)
    0};
static const unsigned char resource_62[] = {
#embed "../../Data/Facts/organizations-imported.tsv" suffix(,)
    0};
static const unsigned char resource_63[] = {
#embed "../../Data/Facts/organizations.tsv" suffix(,)
    0};
static const unsigned char resource_64[] = {
#embed "../../Data/Facts/places-imported.tsv" suffix(,)
    0};
static const unsigned char resource_65[] = {
#embed "../../Data/Facts/places.tsv" suffix(,)
    0};
static const unsigned char resource_66[] = {
#embed "../../Data/Facts/regions.tsv" suffix(,)
    0};
static const unsigned char resource_67[] = {
#embed "../../Data/Facts/states-imported.tsv" suffix(,)
    0};
static const unsigned char resource_68[] = {
#embed "../../Data/Facts/titles.tsv" suffix(,)
    0};
static const unsigned char resource_69[] = {
#embed "../../Data/Model/english-words.txt" suffix(,)
    0};
static const unsigned char resource_70[] = {
#embed "../../Data/Model/english.model" suffix(,)
    0};
static const unsigned char resource_71[] = {
#embed "../../Data/Model/names.model" suffix(,)
    0};
static const chancery_resource list[] = {
    {"Codebook/agents.tsv", resource_0, sizeof resource_0 - 1},
    {"Codebook/claims.tsv", resource_1, sizeof resource_1 - 1},
    {"Codebook/confidence.tsv", resource_2, sizeof resource_2 - 1},
    {"Codebook/cues.tsv", resource_3, sizeof resource_3 - 1},
    {"Codebook/currencies.tsv", resource_4, sizeof resource_4 - 1},
    {"Codebook/debris.tsv", resource_5, sizeof resource_5 - 1},
    {"Codebook/event-places.tsv", resource_6, sizeof resource_6 - 1},
    {"Codebook/frames/accuse.frames", resource_7, sizeof resource_7 - 1},
    {"Codebook/frames/agree.frames", resource_8, sizeof resource_8 - 1},
    {"Codebook/frames/aid.frames", resource_9, sizeof resource_9 - 1},
    {"Codebook/frames/assault.frames", resource_10, sizeof resource_10 - 1},
    {"Codebook/frames/coerce.frames", resource_11, sizeof resource_11 - 1},
    {"Codebook/frames/concede.frames", resource_12, sizeof resource_12 - 1},
    {"Codebook/frames/consult.frames", resource_13, sizeof resource_13 - 1},
    {"Codebook/frames/cooperate.frames", resource_14, sizeof resource_14 - 1},
    {"Codebook/frames/mobilize.frames", resource_15, sizeof resource_15 - 1},
    {"Codebook/frames/more-status-aid.frames", resource_16, sizeof resource_16 - 1},
    {"Codebook/frames/more-status-coerce.frames", resource_17, sizeof resource_17 - 1},
    {"Codebook/frames/more-status-conflict.frames", resource_18, sizeof resource_18 - 1},
    {"Codebook/frames/more-status-cooperative.frames", resource_19, sizeof resource_19 - 1},
    {"Codebook/frames/more-status-reject.frames", resource_20, sizeof resource_20 - 1},
    {"Codebook/frames/more-status-request.frames", resource_21, sizeof resource_21 - 1},
    {"Codebook/frames/more-status-sanction.frames", resource_22, sizeof resource_22 - 1},
    {"Codebook/frames/protest.frames", resource_23, sizeof resource_23 - 1},
    {"Codebook/frames/reject.frames", resource_24, sizeof resource_24 - 1},
    {"Codebook/frames/request.frames", resource_25, sizeof resource_25 - 1},
    {"Codebook/frames/retreat.frames", resource_26, sizeof resource_26 - 1},
    {"Codebook/frames/sanction.frames", resource_27, sizeof resource_27 - 1},
    {"Codebook/frames/support.frames", resource_28, sizeof resource_28 - 1},
    {"Codebook/frames/threaten.frames", resource_29, sizeof resource_29 - 1},
    {"Codebook/measures.tsv", resource_30, sizeof resource_30 - 1},
    {"Codebook/modes.tsv", resource_31, sizeof resource_31 - 1},
    {"Codebook/occasion-series.tsv", resource_32, sizeof resource_32 - 1},
    {"Codebook/occasion-words.tsv", resource_33, sizeof resource_33 - 1},
    {"Codebook/occasions.tsv", resource_34, sizeof resource_34 - 1},
    {"Codebook/quoting.tsv", resource_35, sizeof resource_35 - 1},
    {"Codebook/reporting.tsv", resource_36, sizeof resource_36 - 1},
    {"Codebook/sets-conflict.txt", resource_37, sizeof resource_37 - 1},
    {"Codebook/sets-cooperative.txt", resource_38, sizeof resource_38 - 1},
    {"Codebook/sets-mentions.txt", resource_39, sizeof resource_39 - 1},
    {"Codebook/sets-places.txt", resource_40, sizeof resource_40 - 1},
    {"Codebook/sets-status.txt", resource_41, sizeof resource_41 - 1},
    {"Codebook/sets.txt", resource_42, sizeof resource_42 - 1},
    {"Codebook/times/fiscal-years.tsv", resource_43, sizeof resource_43 - 1},
    {"Codebook/times/holidays.tsv", resource_44, sizeof resource_44 - 1},
    {"Codebook/times/periods.tsv", resource_45, sizeof resource_45 - 1},
    {"Codebook/times/rules.tsv", resource_46, sizeof resource_46 - 1},
    {"Codebook/times/words.tsv", resource_47, sizeof resource_47 - 1},
    {"Codebook/visits.tsv", resource_48, sizeof resource_48 - 1},
    {"Facts/cities-imported.tsv", resource_49, sizeof resource_49 - 1},
    {"Facts/cities.tsv", resource_50, sizeof resource_50 - 1},
    {"Facts/groups.tsv", resource_51, sizeof resource_51 - 1},
    {"Facts/holders-imported.tsv", resource_52, sizeof resource_52 - 1},
    {"Facts/holders.tsv", resource_53, sizeof resource_53 - 1},
    {"Facts/initiatives.tsv", resource_54, sizeof resource_54 - 1},
    {"Facts/media.tsv", resource_55, sizeof resource_55 - 1},
    {"Facts/memberships-imported.tsv", resource_56, sizeof resource_56 - 1},
    {"Facts/metonyms-imported.tsv", resource_57, sizeof resource_57 - 1},
    {"Facts/metonyms.tsv", resource_58, sizeof resource_58 - 1},
    {"Facts/names-imported.tsv", resource_59, sizeof resource_59 - 1},
    {"Facts/names.tsv", resource_60, sizeof resource_60 - 1},
    {"Facts/offices.tsv", resource_61, sizeof resource_61 - 1},
    {"Facts/organizations-imported.tsv", resource_62, sizeof resource_62 - 1},
    {"Facts/organizations.tsv", resource_63, sizeof resource_63 - 1},
    {"Facts/places-imported.tsv", resource_64, sizeof resource_64 - 1},
    {"Facts/places.tsv", resource_65, sizeof resource_65 - 1},
    {"Facts/regions.tsv", resource_66, sizeof resource_66 - 1},
    {"Facts/states-imported.tsv", resource_67, sizeof resource_67 - 1},
    {"Facts/titles.tsv", resource_68, sizeof resource_68 - 1},
    {"Model/english-words.txt", resource_69, sizeof resource_69 - 1},
    {"Model/english.model", resource_70, sizeof resource_70 - 1},
    {"Model/names.model", resource_71, sizeof resource_71 - 1},
    {"", (const unsigned char *)"", 0}};
const chancery_resource *chancery_resource_list(void) { return list; }
const size_t chancery_resource_count = 72;
