// How jemalloc takes memory from the system: in pages of 2 MB where the kernel has them. A file of 100 000 payments or
// a million cases is then read in half the time (docs/adr/0014-memory.md). Without jemalloc nobody reads this.
extern "C" {
extern const char* const malloc_conf;
const char* const malloc_conf = "thp:always,metadata_thp:always";
}
