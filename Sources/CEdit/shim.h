// libedit's own header. Swift never imports it: its functions are variadic, so CLine wraps them.
#include <histedit.h>
