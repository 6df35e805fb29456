// The line editor as Swift sees it: libedit with its variadic functions, signals and terminal
// modes put away. One editor a process, used from one thread. No logic lives here: what to
// complete, hint, keep or print is decided in Swift.
#ifndef CLINE_H
#define CLINE_H

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

typedef struct cline cline;

typedef enum {
  CLINE_LINE,         // a line was typed
  CLINE_EOF,          // Ctrl-D on an empty line, or the terminal is gone
  CLINE_INTERRUPTED,  // Ctrl-C; the line is dropped
  CLINE_STOPPED,      // SIGTERM or SIGHUP; see cline_stop_signal()
} cline_status;

// What a Tab does. The strings are malloc'ed UTF-8 or NULL, and freed by the editor.
typedef struct {
  int erase;                // code points to delete before the cursor
  char *_Nullable insert;   // text to put there
  char *_Nullable listing;  // whole lines to show under the line
} cline_completion;

// What may follow, drawn dim behind the cursor. Freed by the editor.
typedef struct {
  char *_Nullable text;  // malloc'ed UTF-8 of one line, or NULL for no hint
  bool insertable;       // Right or End at the end of the line takes it over
} cline_hint;

// `line` is UTF-8 with a NUL at its end, `cursor` a byte offset into it.
typedef void (*cline_complete_fn)(
    void *_Nullable context, const char *line, size_t cursor, cline_completion *out);
typedef void (*cline_hint_fn)(
    void *_Nullable context, const char *line, size_t cursor, cline_hint *out);

// How many code points the letter has, as a reader counts letters, that stands before the cursor, or
// behind it when `forward`; 0 where there is none.
typedef int (*cline_letter_fn)(const char *line, size_t cursor, bool forward);

// The letter that a letter and a mark are together, such as U+00E9 of `e` and U+0301; 0 for none.
typedef unsigned int (*cline_compose_fn)(unsigned int letter, unsigned int mark);

// Opens the editor on stdin and stdout and sources the user's editrc. NULL without memory.
cline *_Nullable cline_open(const char *program);
void cline_close(cline *editor);

// What keys that move over letters and delete them go by.
void cline_on_letters(cline *editor, cline_letter_fn letter, cline_compose_fn compose);

// Whether the terminal takes no escape sequence: TERM is dumb, not set, or unknown to the system.
bool cline_is_plain(const cline *editor);

// Reads one line, without its line break; the caller frees `*line`. In `prompt`, text between
// two '\1' is sent as it is and takes no room; it must not be the last thing in it. The
// functions are called, with `context`, only before cline_read() returns.
cline_status cline_read(
    cline *editor, const char *prompt, void *_Nullable context,
    cline_complete_fn _Nullable complete, cline_hint_fn _Nullable hint,
    char *_Nullable *_Nonnull line);

// The signal behind the last CLINE_STOPPED.
int cline_stop_signal(void);

void cline_history_add(cline *editor, const char *line);
void cline_history_clear(cline *editor);

// Makes Ctrl-C set a flag instead of ending the program, however often it is pressed.
void cline_interrupts_install(void);
// The same for the first one only: a second ends the program.
void cline_interrupts_install_once(void);
bool cline_interrupted(void);
void cline_interrupts_clear(void);

// Sets LC_CTYPE to the user's, or to C.UTF-8 when that is not UTF-8 or not installed: libedit
// drops every other key without a sign.
void cline_use_utf8(void);

// The terminal's size, 0 when `descriptor` is none.
int cline_columns(int descriptor);
int cline_rows(int descriptor);

// The columns of one code point, 0 for marks and controls.
int cline_width(unsigned int code_point);

#pragma clang assume_nonnull end
#endif
