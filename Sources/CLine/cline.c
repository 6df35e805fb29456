// libedit behind a small face. What was tried and is tested in Tests/Terminal/run:
//
// - EL_SIGNAL 1 hands every signal on to the whole process group and garbles a wrapped line on
//   resize, so it is 0 and the signals are caught here, only while a line is read.
// - A signal may be delivered to any thread of the program and may come just before read(2):
//   the handlers write to a pipe, and the reader waits for the pipe and the keys together.
// - libedit knows no bracketed paste: without it each pasted line would run at once.

#define _GNU_SOURCE
#include "cline.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum { most_history = 10000, most_pasted = 1 << 20, most_row_jump = 10000 };

struct cline {
  EditLine *edit;
  History *history;
  const char *prompt;
  void *context;
  cline_complete_fn complete;
  cline_hint_fn hint;
  cline_letter_fn letter;
  cline_compose_fn compose;
  wchar_t mark;          // typed behind a letter
  char *accepted;        // the insertable hint on the screen
  unsigned long joined;  // a mark of the text whose rows were last joined
  unsigned char waiting[16];  // bytes after an ESC that named no key of ours
  int waits;
  bool plain, pasting;
};

// Signals -----------------------------------------------------------------------------------------

static volatile sig_atomic_t interrupts, resized, suspended, continued, stop_signal, reading;
static int wake_pipe[2] = {-1, -1};
static struct termios before_reading;
static volatile sig_atomic_t paste_is_on;

static void wake(void) {
  int saved = errno;
  if (wake_pipe[1] >= 0 && write(wake_pipe[1], "", 1) < 0) { /* full: it is awake already */ }
  errno = saved;
}

static void on_interrupt(int number) {
  (void)number;
  interrupts = 1;
  wake();
}

static void on_signal(int number) {
  if (number == SIGWINCH) resized = 1;
  else if (number == SIGTSTP) suspended = 1;
  else if (number == SIGCONT) continued = 1;
  else stop_signal = number;
  wake();
}

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
static const int read_signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP};
enum {
  crash_count = sizeof crash_signals / sizeof *crash_signals,
  read_count = sizeof read_signals / sizeof *read_signals,
};
static struct sigaction before_crash[crash_count], before_read[read_count];

// A trap while a line is read would leave the user a terminal that does not echo.
static void on_crash(int number) {
  tcsetattr(STDIN_FILENO, TCSANOW, &before_reading);
  if (paste_is_on && write(STDOUT_FILENO, paste_off, sizeof paste_off - 1) < 0) { /* gone */ }
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &before_crash[i], NULL);
  raise(number);
}

static void catch_with(
    int number, void (*handler)(int), struct sigaction *before, int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, NULL, before);
  // What the parent ignores, as nohup does, stays ignored.
  if (before->sa_handler != SIG_IGN) sigaction(number, &action, NULL);
}

static void catch(int number, void (*handler)(int), struct sigaction *before) {
  catch_with(number, handler, before, 0);
}

static void catch_while_reading(void) {
  stop_signal = resized = suspended = continued = 0;
  for (int i = 0; i < read_count; i++) catch(read_signals[i], on_signal, &before_read[i]);
  for (int i = 0; i < crash_count; i++) catch(crash_signals[i], on_crash, &before_crash[i]);
  reading = 1;
}

static void let_go(void) {
  reading = 0;
  for (int i = 0; i < read_count; i++) sigaction(read_signals[i], &before_read[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &before_crash[i], NULL);
}

void cline_interrupts_install(void) {
  static struct sigaction before;
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) < 0) wake_pipe[0] = -1;
  catch(SIGINT, on_interrupt, &before);
}

void cline_interrupts_install_once(void) {
  static struct sigaction before;
  catch_with(SIGINT, on_interrupt, &before, (int)SA_RESETHAND);
}

bool cline_interrupted(void) { return interrupts > 0; }
void cline_interrupts_clear(void) { interrupts = 0; }
int cline_stop_signal(void) { return stop_signal; }

// The screen --------------------------------------------------------------------------------------

static int window(int descriptor, bool columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return 0;
  return columns ? size.ws_col : size.ws_row;
}

int cline_columns(int descriptor) { return window(descriptor, true); }
int cline_rows(int descriptor) { return window(descriptor, false); }

static int screen_columns(void) {
  int columns = window(STDOUT_FILENO, true);
  return columns > 0 ? columns : 80;
}

int cline_width(unsigned int code_point) {
  int width = wcwidth((wchar_t)code_point);
  return width > 0 ? width : 0;
}

typedef struct { int row, column, columns; } place;

// Moves as libedit draws: controls as ^X, a wide letter never across the edge.
static void pass(place *p, wchar_t c) {
  int width = c == L'\t' ? 8 - p->column % 8 : wcwidth(c);
  if (c == L'\n') { p->row++; p->column = 0; return; }
  if (width < 0) width = c < 0x80 ? 2 : 8;
  if (p->column + width > p->columns) { p->row++; p->column = 0; }
  p->column += width;
  if (p->column >= p->columns) { p->row++; p->column = 0; }
}

static place after_prompt(const cline *c) {
  place p = {0, 0, screen_columns()};
  bool hidden = false;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  const char *s = c->prompt, *end = s + strlen(s);
  while (s < end) {
    wchar_t w;
    size_t k = mbrtowc(&w, s, (size_t)(end - s), &state);
    if (k == 0 || k > (size_t)(end - s)) break;
    s += k;
    if (w == L'\1') hidden = !hidden;
    else if (!hidden) pass(&p, w);
  }
  return p;
}

static place place_of(const cline *c, const wchar_t *until) {
  place p = after_prompt(c);
  const LineInfoW *line = el_wline(c->edit);
  for (const wchar_t *w = line->buffer; w < until; w++) pass(&p, *w);
  return p;
}

static unsigned long mark_of(const LineInfoW *line, int columns) {
  unsigned long mark = 14695981039346656037UL ^ (unsigned long)columns;
  for (const wchar_t *w = line->buffer; w < line->lastchar; w++)
    mark = (mark ^ (unsigned long)*w) * 1099511628211UL;
  return mark;
}

static void put_wide(wchar_t w) {
  char bytes[16];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t k = wcrtomb(bytes, w, &state);
  if (k != (size_t)-1) fwrite(bytes, 1, k, stdout);
}

// Draws one letter as libedit does.
static void put(place *p, wchar_t w) {
  place before = *p;
  pass(p, w);
  if (w == L'\n') { fputs("\r\n", stdout); return; }
  if (w == L'\t') {
    for (int i = 8 - before.column % 8; i > 0; i--) putchar(' ');
    return;
  }
  int width = wcwidth(w);
  if (width < 0 && w < 0x80) printf("^%c", (int)w ^ 0x40);
  else if (width < 0) printf("\\U+%05x", (unsigned)w);
  else {
    if (before.column + width > p->columns) putchar(' ');
    put_wide(w);
  }
}

static bool has_blank_edge(const cline *c, place p) {
  const LineInfoW *line = el_wline(c->edit);
  for (const wchar_t *w = line->buffer; w < line->lastchar; w++) {
    int row = p.row;
    pass(&p, *w);
    if (p.row > row && (*w == L' ' || *w == L'\t')) return true;
  }
  return false;
}

// libedit does not write a blank at the edge of a row but moves down, and so the terminal takes
// the two rows for two lines and does not wrap them as one when it is resized; then nobody can
// tell where the line began. The same letters once more, with the blank, join the rows.
static void join_rows(cline *c) {
  const LineInfoW *line = el_wline(c->edit);
  place p = after_prompt(c);
  unsigned long mark = mark_of(line, p.columns);
  if (c->plain || c->joined == mark) return;
  c->joined = mark;
  place cursor = place_of(c, line->cursor), end = place_of(c, line->lastchar);
  if (end.row == p.row || end.row >= window(STDOUT_FILENO, false) || !has_blank_edge(c, p)) return;
  if (cursor.row > p.row) printf("\033[%dA", cursor.row - p.row);
  putchar('\r');
  if (p.column > 0) printf("\033[%dC", p.column);
  for (const wchar_t *w = line->buffer; w < line->lastchar; w++) put(&p, *w);
  // A letter in the last column leaves the cursor on it: a blank moves it to the next row.
  if (end.column == 0 && line->lastchar[-1] != L'\n') putchar(' ');
  if (end.row > cursor.row) printf("\033[%dA", end.row - cursor.row);
  putchar('\r');
  if (cursor.column > 0) printf("\033[%dC", cursor.column);
  fflush(stdout);
}

static void redraw(cline *c) {
  fflush(stdout);
  el_set(c->edit, EL_REFRESH);
  c->joined = 0;
  join_rows(c);
}

// The terminal has wrapped the line anew: up to its first row, wipe, draw. `above` is how many
// rows lay above the cursor in the picture that was wrapped.
static void redraw_resized(cline *c) {
  place cursor = place_of(c, el_wline(c->edit)->cursor);
  el_resize(c->edit);
  if (!c->plain) {
    int rows = window(STDOUT_FILENO, false);
    int up = rows > 0 && cursor.row >= rows ? rows - 1 : cursor.row;
    if (up > 0) printf("\033[%dA", up);
    fputs("\r\033[J", stdout);
  } else {
    putchar('\n');
  }
  redraw(c);
}

// Puts the cursor behind the line, so that what is printed next overwrites nothing of it.
static void go_behind(cline *c) {
  const LineInfoW *line = el_wline(c->edit);
  place end = place_of(c, line->lastchar);
  int down = end.row - place_of(c, line->cursor).row;
  if (c->plain) return;
  if (down > 0 && down < most_row_jump) printf("\033[%dB", down);
  putchar('\r');
  if (end.column > 0) printf("\033[%dC", end.column);
}

static void paste_mode(cline *c, bool on) {
  if (c->plain || !isatty(STDOUT_FILENO)) return;
  paste_is_on = on;
  fputs(on ? paste_on : paste_off, stdout);
  fflush(stdout);
}

// The default action of SIGTSTP, unlike SIGSTOP, does nothing where no shell could wake us.
static void stop_and_come_back(cline *c) {
  paste_mode(c, false);
  el_set(c->edit, EL_PREP_TERM, 0);
  fflush(stdout);
  struct sigaction ours, standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static void come_back(cline *c) {
  el_set(c->edit, EL_PREP_TERM, 1);
  paste_mode(c, true);
  fputs(c->plain ? "\n" : "\r\033[J", stdout);
  el_resize(c->edit);
  redraw(c);
}

// Hints -------------------------------------------------------------------------------------------

// Whether the editrc has not said `edit off`.
static bool is_editing(const cline *c) {
  int on = 0;
  return el_get(c->edit, EL_EDITMODE, &on) == 0 && on;
}

static char *narrow(const EditLine *edit, size_t *cursor) {
  const LineInfo *line = el_line((EditLine *)edit);
  *cursor = (size_t)(line->cursor - line->buffer);
  return strndup(line->buffer, (size_t)(line->lastchar - line->buffer));
}

static void forget_hint(cline *c) {
  free(c->accepted);
  c->accepted = NULL;
}

// Keys already waiting: a paste or a key of several bytes, no time for a hint.
static bool more_is_coming(const cline *c, int milliseconds) {
  struct pollfd keys = {STDIN_FILENO, POLLIN, 0};
  return c->waits > 0 || poll(&keys, 1, milliseconds) > 0;
}

static int draw_dim(const char *text, int room) {
  int drawn = 0;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  fputs("\033[2m", stdout);
  for (size_t left = strlen(text), k; left > 0; text += k, left -= k) {
    wchar_t w;
    k = mbrtowc(&w, text, left, &state);
    if (k == 0 || k > left) break;
    int width = wcwidth(w);
    if (width < 0 || drawn + width > room) break;
    fwrite(text, 1, k, stdout);
    drawn += width;
  }
  fputs("\033[0m", stdout);
  if (drawn > 0) printf("\033[%dD", drawn);
  fflush(stdout);
  return drawn;
}

// Draws dim text behind the cursor when it stands at the end of a one-line entry. (libedit's
// search puts a line break and its pattern into the line: no hint then either.)
static bool draw_hint(cline *c) {
  forget_hint(c);
  const LineInfoW *line = el_wline(c->edit);
  if (!c->hint || c->plain || !is_editing(c) || line->cursor != line->lastchar) return false;
  if (wmemchr(line->buffer, L'\n', (size_t)(line->lastchar - line->buffer))) return false;
  place p = place_of(c, line->cursor);
  size_t cursor;
  char *text = narrow(c->edit, &cursor);
  if (!text) return false;
  cline_hint hint = {NULL, false};
  c->hint(c->context, text, cursor, &hint);
  free(text);
  if (!hint.text) return false;
  bool drawn = draw_dim(hint.text, p.columns - p.column - 1) > 0;
  if (drawn && hint.insertable) c->accepted = hint.text;
  else free(hint.text);
  return drawn;
}

static void erase_hint(bool drawn) {
  if (!drawn) return;
  int saved = errno;
  fputs("\033[K", stdout);
  fflush(stdout);
  errno = saved;
}

// Keys --------------------------------------------------------------------------------------------

static cline *owner(EditLine *edit) {
  void *data = NULL;
  el_get(edit, EL_CLIENTDATA, &data);
  return data;
}

static char *prompt_of(EditLine *edit) { return (char *)owner(edit)->prompt; }

static bool must_leave(void) { return interrupts > 0 || stop_signal != 0; }

static void attend(cline *c) {
  char scrap[64];
  while (read(wake_pipe[0], scrap, sizeof scrap) > 0) {}
  if (must_leave()) return;
  if (resized) { resized = 0; redraw_resized(c); }
  if (suspended) { suspended = 0; stop_and_come_back(c); continued = 1; }
  if (continued) { continued = 0; come_back(c); }
}

// One byte, 0 at the end, -1 when a signal wants the line to be left.
static int next_byte(cline *c, unsigned char *byte, bool *hinted) {
  for (;;) {
    if (must_leave()) { errno = EINTR; return -1; }
    struct pollfd both[2] = {{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    if (poll(both, wake_pipe[0] < 0 ? 1 : 2, -1) < 0 && errno != EINTR) return -1;
    if (resized || suspended || continued || (both[1].revents & POLLIN)) {
      erase_hint(*hinted);
      *hinted = false;
      attend(c);
      continue;
    }
    if (!both[0].revents) continue;
    ssize_t got = read(STDIN_FILENO, byte, 1);
    if (got >= 0) return (int)got;
    if (errno == EAGAIN || errno == EINTR) continue;
    return 0;  // EIO: the terminal is gone
  }
}

// The keys of several bytes, by what follows ESC, and what they do. libedit would do this too, but
// in vi mode it then takes a lone Escape for the beginning of one. Here a sequence becomes one
// letter of a range no keyboard has (C1 controls), and that letter is bound.
typedef struct { const char *sequence, *command; } named_key;

static const named_key named_keys[] = {
    {"[A", "ed-search-prev-history"}, {"OA", "ed-search-prev-history"},
    {"[B", "ed-search-next-history"}, {"OB", "ed-search-next-history"},
    {"[C", "hearsay-right"}, {"OC", "hearsay-right"},
    {"[D", "hearsay-left"}, {"OD", "hearsay-left"},
    {"[F", "hearsay-end"}, {"OF", "hearsay-end"}, {"[4~", "hearsay-end"}, {"[8~", "hearsay-end"},
    {"[H", "ed-move-to-beg"}, {"OH", "ed-move-to-beg"}, {"[1~", "ed-move-to-beg"},
    {"[7~", "ed-move-to-beg"},
    {"[3~", "hearsay-delete"}, {"[3;5~", "em-delete-next-word"},
    {"[1;5C", "em-next-word"}, {"[1;3C", "em-next-word"}, {"Oc", "em-next-word"},
    {"[1;5D", "ed-prev-word"}, {"[1;3D", "ed-prev-word"}, {"Od", "ed-prev-word"},
    // Rows of an entry of several lines.
    {"[1;5A", "ed-prev-line"}, {"[1;3A", "ed-prev-line"},
    {"[1;5B", "ed-next-line"}, {"[1;3B", "ed-next-line"},
    {"\n", "hearsay-newline"}, {"\r", "hearsay-newline"},
    {"[200~", "hearsay-paste"}, {"[201~", "ed-ignore"},
    // Keys that would otherwise leave their last letters in the line.
    {"[2~", "ed-ignore"}, {"[5~", "ed-ignore"}, {"[6~", "ed-ignore"}, {"[5;5~", "ed-ignore"},
    {"[6;5~", "ed-ignore"}, {"[1;2A", "ed-ignore"}, {"[1;2B", "ed-ignore"},
    {"[1;2C", "ed-ignore"}, {"[1;2D", "ed-ignore"}, {"[1;5H", "ed-ignore"},
    {"[1;5F", "ed-ignore"}, {"[Z", "ed-ignore"}, {"[I", "ed-ignore"}, {"[O", "ed-ignore"},
    {"OP", "ed-ignore"}, {"OQ", "ed-ignore"}, {"OR", "ed-ignore"}, {"OS", "ed-ignore"},
    {"[11~", "ed-ignore"}, {"[12~", "ed-ignore"}, {"[13~", "ed-ignore"}, {"[14~", "ed-ignore"},
    {"[15~", "ed-ignore"}, {"[17~", "ed-ignore"}, {"[18~", "ed-ignore"}, {"[19~", "ed-ignore"},
    {"[20~", "ed-ignore"}, {"[21~", "ed-ignore"}, {"[23~", "ed-ignore"}, {"[24~", "ed-ignore"},
};

enum {
  named_count = sizeof named_keys / sizeof *named_keys,
  first_letter = 0x80,
  last_letter = 0x9F,
  mark_letter = last_letter,  // stands for a mark, which is kept aside
  most_delay = 50,  // milliseconds between the bytes of one key
};

// The letter that stands for a command: that of the first key with the same one.
static int letter_of(int key) {
  int letter = first_letter;
  for (int i = 0; i < named_count; i++) {
    int first = 0;
    while (strcmp(named_keys[first].command, named_keys[i].command) != 0) first++;
    if (strcmp(named_keys[i].command, named_keys[key].command) == 0) return letter;
    if (first == i) letter++;
  }
  return letter;
}

static bool is_last_of_sequence(const char *sequence, int length) {
  unsigned char last = (unsigned char)sequence[length - 1];
  if (sequence[0] == 'O') return length == 2;
  if (sequence[0] != '[') return true;
  return length > 1 && last >= 0x40 && last <= 0x7E;
}

static int take_byte(cline *c, unsigned char *byte, bool *hinted) {
  if (c->waits == 0) return next_byte(c, byte, hinted);
  *byte = c->waiting[0];
  memmove(c->waiting, c->waiting + 1, (size_t)--c->waits);
  return 1;
}

// After an ESC: the letter of the key it begins, or ESC itself and the rest later.
static wchar_t named_letter(cline *c, bool *hinted) {
  char sequence[sizeof c->waiting];
  int length = 0;
  bool complete = false;
  unsigned char byte;
  while (!complete && length < (int)sizeof sequence - 1 && more_is_coming(c, most_delay)) {
    if (take_byte(c, &byte, hinted) <= 0) break;
    sequence[length++] = (char)byte;
    complete = is_last_of_sequence(sequence, length);
  }
  sequence[length] = 0;
  for (int i = 0; complete && i < named_count; i++)
    if (strcmp(named_keys[i].sequence, sequence) == 0) return letter_of(i);
  memcpy(c->waiting, sequence, (size_t)length);
  c->waits = length;
  return L'\033';
}

static bool is_mark(wchar_t w) { return w >= 0x300 && wcwidth(w) == 0; }

static int next_key(EditLine *edit, wchar_t *out) {
  cline *c = owner(edit);
  bool hinted = false;
  if (!c->pasting && !more_is_coming(c, 0)) {
    join_rows(c);
    hinted = draw_hint(c);
  }
  mbstate_t state;
  memset(&state, 0, sizeof state);
  int result;
  for (;;) {
    unsigned char byte;
    result = take_byte(c, &byte, &hinted);
    if (result <= 0) break;
    if (byte == 033 && !c->pasting && c->waits == 0 && is_editing(c)) {
      *out = named_letter(c, &hinted);
      break;
    }
    size_t k = mbrtowc(out, (const char *)&byte, 1, &state);
    if (k == (size_t)-1) {
      // A letter cut short by a sound one: the sound one counts.
      memset(&state, 0, sizeof state);
      k = mbrtowc(out, (const char *)&byte, 1, &state);
      if (k == (size_t)-1) memset(&state, 0, sizeof state);
    }
    if (k == (size_t)-1 || k == (size_t)-2) continue;
    if (*out < first_letter || *out > last_letter) break;
  }
  if (result > 0 && is_mark(*out) && !c->pasting && is_editing(c)) {
    c->mark = *out;
    *out = mark_letter;
  }
  erase_hint(hinted);
  return result;
}

static unsigned char complete_key(EditLine *edit, int key) {
  (void)key;
  cline *c = owner(edit);
  if (!c->complete) return CC_REFRESH_BEEP;
  size_t cursor;
  char *line = narrow(edit, &cursor);
  if (!line) return CC_ERROR;
  cline_completion done = {0, NULL, NULL};
  c->complete(c->context, line, cursor, &done);
  free(line);
  unsigned char result = CC_REFRESH_BEEP;
  if (done.insert) {
    if (done.erase > 0) el_deletestr(edit, done.erase);
    if (*done.insert) el_insertstr(edit, done.insert);
    result = CC_REFRESH;
  }
  if (done.listing) {
    go_behind(c);
    putchar('\n');
    fputs(done.listing, stdout);
    // Not CC_REDISPLAY: it would first wipe the rows where libedit believes the line to be.
    redraw(c);
    result = CC_NORM;
  }
  free(done.insert);
  free(done.listing);
  return result;
}

static unsigned char newline_key(EditLine *edit, int key) {
  (void)key;
  return el_winsertstr(edit, L"\n") < 0 ? CC_ERROR : CC_REFRESH;
}

static unsigned char accept_hint(cline *c, bool *taken) {
  const LineInfoW *line = el_wline(c->edit);
  *taken = c->accepted && line->cursor == line->lastchar;
  if (!*taken) return CC_ERROR;
  int failed = el_insertstr(c->edit, c->accepted);
  forget_hint(c);
  return failed ? CC_ERROR : CC_REFRESH;
}

// The code points of the letter beside the cursor; libedit goes by code points.
static int letter_length(EditLine *edit, bool forward) {
  cline *c = owner(edit);
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == (forward ? line->lastchar : line->buffer)) return 0;
  size_t cursor;
  char *text = c->letter ? narrow(edit, &cursor) : NULL;
  int length = text ? c->letter(text, cursor, forward) : 1;
  free(text);
  return length > 0 ? length : 1;
}

static unsigned char right_key(EditLine *edit, int key) {
  (void)key;
  bool taken;
  unsigned char result = accept_hint(owner(edit), &taken);
  if (taken) return result;
  int length = letter_length(edit, true);
  if (length == 0) return CC_NORM;
  el_cursor(edit, length);
  return CC_CURSOR;
}

static unsigned char left_key(EditLine *edit, int key) {
  (void)key;
  int length = letter_length(edit, false);
  if (length == 0) return CC_ERROR;
  el_cursor(edit, -length);
  return CC_CURSOR;
}

static unsigned char backspace_key(EditLine *edit, int key) {
  (void)key;
  int length = letter_length(edit, false);
  if (length == 0) return CC_ERROR;
  el_deletestr(edit, length);
  return CC_REFRESH;
}

static unsigned char delete_key(EditLine *edit, int key) {
  (void)key;
  int length = letter_length(edit, true);
  if (length == 0) return CC_ERROR;
  el_cursor(edit, length);
  el_deletestr(edit, length);
  return CC_REFRESH;
}

// Ctrl-D: leaves where nothing is typed.
static unsigned char delete_or_leave_key(EditLine *edit, int key) {
  const LineInfoW *line = el_wline(edit);
  return line->buffer == line->lastchar ? CC_EOF : delete_key(edit, key);
}

// A mark that makes one letter of the one before it: libedit draws no letter of two code points.
static unsigned char mark_key(EditLine *edit, int key) {
  (void)key;
  cline *c = owner(edit);
  const LineInfoW *line = el_wline(edit);
  wchar_t text[2] = {c->mark, 0};
  if (line->cursor > line->buffer && c->compose) {
    unsigned int whole = c->compose((unsigned)line->cursor[-1], (unsigned)c->mark);
    if (whole) {
      text[0] = (wchar_t)whole;
      el_deletestr(edit, 1);
    }
  }
  return el_winsertstr(edit, text) < 0 ? CC_ERROR : CC_REFRESH;
}

static unsigned char end_key(EditLine *edit, int key) {
  (void)key;
  bool taken;
  unsigned char result = accept_hint(owner(edit), &taken);
  const LineInfoW *line = el_wline(edit);
  if (taken) return result;
  el_cursor(edit, (int)(line->lastchar - line->cursor));
  return CC_CURSOR;
}

// What is pasted is text: line breaks are kept, and no other control character gets in.
static bool may_be_pasted(wchar_t w) {
  if (w == L'\n' || w == L'\t') return true;
  return w >= 0x20 && w != 0x7F && !(w >= 0x80 && w <= 0x9F);
}

static wchar_t *read_paste(EditLine *edit, size_t *count, bool *cut) {
  static const wchar_t end[] = L"\033[201~";
  enum { end_length = 6 };
  size_t room = 4096, n = 0, matched = 0;
  wchar_t *text = malloc(room * sizeof *text), w, last = 0;
  *cut = false;
  while (text && matched < end_length) {
    if (el_wgetc(edit, &w) != 1) { free(text); return NULL; }
    if (w == end[matched]) { matched++; continue; }
    // A false end: its visible letters belong to the text.
    for (size_t i = 1; i < matched && n + 8 < room; i++) text[n++] = end[i];
    matched = w == end[0];
    if (matched) continue;
    bool second_of_pair = w == L'\n' && last == L'\r';
    last = w;
    if (second_of_pair) continue;
    if (w == L'\r') w = L'\n';
    if (!may_be_pasted(w)) continue;
    if (n >= most_pasted) { *cut = true; continue; }
    if (n + 16 >= room) {
      wchar_t *larger = realloc(text, (room *= 2) * sizeof *text);
      if (!larger) free(text);
      text = larger;
      if (!text) break;
    }
    text[n++] = w;
  }
  *count = n;
  return text;
}

// Text from some systems comes with its marks apart.
static size_t compose_all(const cline *c, wchar_t *text, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    bool may = c->compose && kept > 0 && is_mark(text[i]);
    unsigned int whole = may ? c->compose((unsigned)text[kept - 1], (unsigned)text[i]) : 0;
    if (whole) text[kept - 1] = (wchar_t)whole;
    else text[kept++] = text[i];
  }
  return kept;
}

static unsigned char paste_key(EditLine *edit, int key) {
  (void)key;
  cline *c = owner(edit);
  size_t count = 0;
  bool cut = false;
  c->pasting = true;
  wchar_t *text = read_paste(edit, &count, &cut);
  c->pasting = false;
  if (!text) return must_leave() ? CC_EOF : CC_ERROR;
  count = compose_all(c, text, count);
  // The break after the last line would only put the cursor on an empty row.
  while (count > 0 && text[count - 1] == L'\n') count--;
  text[count] = 0;
  int failed = count > 0 ? el_winsertstr(edit, text) : 0;
  free(text);
  return failed ? CC_ERROR : cut ? CC_REFRESH_BEEP : CC_REFRESH;
}

typedef struct { const char *key, *command; } binding;

static const binding bindings[] = {
    {"^R", "em-inc-search-prev"},      {"^S", "em-inc-search-next"},
    {"^P", "ed-search-prev-history"},  {"^N", "ed-search-next-history"},
    {"^F", "hearsay-right"},           {"^E", "hearsay-end"},
    {"^B", "hearsay-left"},            {"^D", "hearsay-delete-or-leave"},
    {"^?", "hearsay-backspace"},       {"^H", "hearsay-backspace"},
};

static void add_functions(EditLine *edit) {
  el_set(edit, EL_ADDFN, "hearsay-complete", "complete the word", complete_key);
  el_set(edit, EL_ADDFN, "hearsay-newline", "insert a line break", newline_key);
  el_set(edit, EL_ADDFN, "hearsay-paste", "insert pasted text", paste_key);
  el_set(edit, EL_ADDFN, "hearsay-right", "move right or take the hint", right_key);
  el_set(edit, EL_ADDFN, "hearsay-left", "move left over a whole letter", left_key);
  el_set(edit, EL_ADDFN, "hearsay-backspace", "delete the letter before", backspace_key);
  el_set(edit, EL_ADDFN, "hearsay-delete", "delete the letter behind", delete_key);
  el_set(edit, EL_ADDFN, "hearsay-delete-or-leave", "delete, or leave", delete_or_leave_key);
  el_set(edit, EL_ADDFN, "hearsay-mark", "put a mark on a letter", mark_key);
  el_set(edit, EL_ADDFN, "hearsay-end", "move to the end or take the hint", end_key);
}

// After the editrc, because its `bind -v` wipes every binding.
static void bind_keys(EditLine *edit) {
  const char *style = NULL;
  bool vi = el_get(edit, EL_EDITOR, &style) == 0 && style && strcmp(style, "vi") == 0;
  el_set(edit, EL_BIND, "^I", "hearsay-complete", NULL);
  for (size_t i = 0; !vi && i < sizeof bindings / sizeof *bindings; i++)
    el_set(edit, EL_BIND, bindings[i].key, bindings[i].command, NULL);
  char letter[8];
  snprintf(letter, sizeof letter, "\\%o", (unsigned)mark_letter);
  el_set(edit, EL_BIND, letter, "hearsay-mark", NULL);
  for (int i = 0; i < named_count; i++) {
    snprintf(letter, sizeof letter, "\\%o", (unsigned)letter_of(i));
    el_set(edit, EL_BIND, letter, named_keys[i].command, NULL);
    if (vi) el_set(edit, EL_BIND, "-a", letter, named_keys[i].command, NULL);
  }
}

// The editor --------------------------------------------------------------------------------------

void cline_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
}

// libedit prints two lines about a terminal it does not know; they are taken as the sign of one.
static EditLine *open_quietly(const char *program, bool *unknown) {
  char *said = NULL;
  size_t length = 0;
  FILE *errors = open_memstream(&said, &length);
  EditLine *edit = el_init(program, stdin, stdout, errors ? errors : stderr);
  if (edit) el_set(edit, EL_SETFP, 2, stderr);
  if (errors) fclose(errors);
  *unknown = length > 0;
  free(said);
  return edit;
}

cline *cline_open(const char *program) {
  cline_use_utf8();
  cline *c = calloc(1, sizeof *c);
  if (!c) return NULL;
  const char *type = getenv("TERM");
  bool unknown = false;
  c->prompt = "";
  c->history = history_init();
  c->edit = open_quietly(program, &unknown);
  c->plain = unknown || !type || !*type || strcmp(type, "dumb") == 0;
  if (!c->history || !c->edit) { cline_close(c); return NULL; }
  HistEvent event;
  history(c->history, &event, H_SETSIZE, most_history);
  el_set(c->edit, EL_CLIENTDATA, c);
  el_set(c->edit, EL_SIGNAL, 0);
  el_set(c->edit, EL_HIST, history, c->history);
  el_set(c->edit, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(c->edit, EL_GETCFN, next_key);
  el_set(c->edit, EL_EDITOR, "emacs");
  add_functions(c->edit);
  el_source(c->edit, NULL);
  bind_keys(c->edit);
  return c;
}

void cline_close(cline *c) {
  forget_hint(c);
  if (c->edit) {
    // The terminal is as it was since the last line; libedit would throw away what was typed ahead.
    el_set(c->edit, EL_EDITMODE, 0);
    el_end(c->edit);
  }
  if (c->history) history_end(c->history);
  free(c);
}

void cline_on_letters(cline *c, cline_letter_fn letter, cline_compose_fn compose) {
  c->letter = letter;
  c->compose = compose;
}

bool cline_is_plain(const cline *c) { return c->plain; }

void cline_history_add(cline *c, const char *line) {
  HistEvent event;
  history(c->history, &event, H_ENTER, line);
}

void cline_history_clear(cline *c) {
  HistEvent event;
  history(c->history, &event, H_CLEAR);
}

// What was typed while a command ran, the terminal has echoed where it stood, and libedit would
// take the prompt's place for the first column. As many blanks as the row has columns end on the
// next row, unless they began in the first column.
static void begin_row(const cline *c) {
  if (c->plain) { putchar('\n'); return; }
  printf("%*s\r\033[K", screen_columns(), "");
}

static char *without_break(const char *text) {
  size_t length = strlen(text);
  if (length > 0 && text[length - 1] == '\n') length--;
  return strndup(text, length);
}

static cline_status leave(cline *c, int count, int error) {
  cline_status status = CLINE_EOF;
  if (stop_signal) status = CLINE_STOPPED;
  else if (interrupts || (count < 0 && error == EINTR)) status = CLINE_INTERRUPTED;
  if (status != CLINE_EOF) {
    // Without editing the terminal itself has echoed the key.
    bool echoes = !is_editing(c);
    if (!echoes) go_behind(c);
    fputs(status == CLINE_INTERRUPTED && !echoes ? "^C\n" : "\n", stdout);
    fflush(stdout);
  }
  el_reset(c->edit);
  return status;
}

cline_status cline_read(
    cline *c, const char *prompt, void *context, cline_complete_fn complete, cline_hint_fn hint,
    char **line) {
  *line = NULL;
  c->prompt = prompt;
  c->context = context;
  c->complete = complete;
  c->hint = hint;
  c->waits = 0;
  interrupts = 0;
  fflush(stdout);
  tcgetattr(STDIN_FILENO, &before_reading);
  catch_while_reading();
  // Nobody told libedit of a window that changed while a command ran.
  el_resize(c->edit);
  // Before the prompt: a key that comes between the two would be the terminal's own.
  if (is_editing(c)) el_set(c->edit, EL_PREP_TERM, 1);
  if (is_editing(c) && more_is_coming(c, 0)) begin_row(c);
  paste_mode(c, true);
  int count = 0;
  errno = 0;
  const char *got = el_gets(c->edit, &count);
  int error = errno;
  cline_status status = CLINE_LINE;
  if (got && count > 0 && !must_leave()) *line = without_break(got);
  else status = leave(c, count, error);
  paste_mode(c, false);
  let_go();
  interrupts = 0;
  forget_hint(c);
  c->prompt = "";
  c->context = NULL;
  return status;
}
