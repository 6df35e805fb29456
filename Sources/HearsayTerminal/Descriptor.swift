internal import Glibc

/// An open file, closed when it is no longer needed.
struct Descriptor: ~Copyable {
  /// Why the system said no, in its own words, such as `No such file or directory`.
  struct Failure: Error, Hashable {
    let reason: String
    let code: Int32

    init(_ code: Int32) {
      reason = unsafe String(cString: strerror(code))
      self.code = code
    }
  }

  let number: Int32
  private let isOwned: Bool

  /// One that somebody else closes, such as stdin.
  init(borrowed number: Int32) {
    self.number = number
    isOwned = false
  }

  init(opening path: String, _ flags: Int32, mode: mode_t = 0o600) throws(Failure) {
    // Without O_NONBLOCK a pipe put where a file belongs would hold the shell for ever.
    number = unsafe open(path, flags | O_CLOEXEC | O_NONBLOCK, mode)
    isOwned = true
    guard number >= 0 else { throw Failure(errno) }
    _ = fcntl(number, F_SETFL, flags & O_APPEND)
  }

  deinit {
    if isOwned && number >= 0 { close(number) }
  }

  /// At most `count` bytes; none at the end.
  ///
  /// A signal does not end the reading, unless it is a Ctrl-C that ``Interruption`` watches for.
  func read(upTo count: Int) throws(Failure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        filled = 0
        code = 0
        let got = unsafe Glibc.read(number, buffer.baseAddress, count)
        if got >= 0 { filled = got } else { code = errno }
      } while code == EINTR && !Interruption.isRequested
    }
    guard code == 0 else { throw Failure(code) }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if put >= 0 { done += put } else if errno != EINTR { throw Failure(errno) }
    }
  }

  /// What the system knows of the file.
  var status: stat {
    get throws(Failure) {
      var status = stat()
      guard unsafe fstat(number, &status) == 0 else { throw Failure(errno) }
      return status
    }
  }

  var isFolder: Bool {
    get throws(Failure) { try status.st_mode & S_IFMT == S_IFDIR }
  }

  /// Moves to `offset` from the start.
  func seek(to offset: Int) { lseek(number, off_t(offset), SEEK_SET) }

  /// Keeps other processes out until the file is closed; gives up after a moment, since the other
  /// may have been stopped with the lock in its hands.
  func lock() throws(Failure) {
    for _ in 0..<40 {
      if flock(number, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Failure(errno) }
      usleep(5_000)
    }
    throw Failure(EWOULDBLOCK)
  }
}
