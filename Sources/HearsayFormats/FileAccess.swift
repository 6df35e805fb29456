internal import HearsayCore

/// What stands at a path.
package enum PathKind: Hashable, Sendable {
  /// Nothing.
  case missing
  /// A folder.
  case folder
  /// A file of this many bytes.
  case file(bytes: Int)
  /// A device, a pipe, a socket.
  case other
}

/// The files outside, as functions handed in, so that reading articles can be tested without any.
package struct FileAccess: Sendable {
  /// What stands at a path.
  package var kind: @Sendable (String) -> PathKind
  /// The names in a folder, in order of their bytes; `nil` when it cannot be listed.
  package var list: @Sendable (String) -> [String]?
  /// The bytes of a file; `nil` when it cannot be read.
  package var read: @Sendable (String) -> [UInt8]?
  /// Writes a file whole; `false` when that fails.
  package var write: @Sendable (String, [UInt8]) -> Bool
  /// Puts a file in place of another so that one of them is there whole at every moment; `false`
  /// when that fails.
  package var replace: @Sendable (String, [UInt8]) -> Bool
  /// Takes a file away; `false` when that fails.
  package var remove: @Sendable (String) -> Bool
  /// Does something while no other program does the same in that folder.
  package var exclusively: @Sendable (_ folder: String, _ body: () -> Void) -> Void

  /// Access by these functions; without one of its own, `replace` is `write`, and `remove` leaves
  /// an empty file.
  package init(
    kind: @escaping @Sendable (String) -> PathKind,
    list: @escaping @Sendable (String) -> [String]?,
    read: @escaping @Sendable (String) -> [UInt8]?,
    write: @escaping @Sendable (String, [UInt8]) -> Bool = { _, _ in false },
    replace: (@Sendable (String, [UInt8]) -> Bool)? = nil,
    remove: (@Sendable (String) -> Bool)? = nil,
    exclusively: @escaping @Sendable (String, () -> Void) -> Void = { _, body in body() }
  ) {
    self.kind = kind
    self.list = list
    self.read = read
    self.write = write
    self.replace = replace ?? write
    self.remove = remove ?? { write($0, []) }
    self.exclusively = exclusively
  }

  /// Replaces a file by what `make` makes of its bytes, `nil` where there is none; nobody else who
  /// updates it can come between.
  ///
  /// Where no bytes are left, no file is.
  ///
  /// - Returns: whether something was made and written.
  package func update(_ path: String, _ make: ([UInt8]?) -> [UInt8]?) -> Bool {
    var isWritten = false
    exclusively(Path.folder(path)) {
      var bytes: [UInt8]?
      if case .file = kind(path) {
        // A file that is there but cannot be read must not be taken for none.
        guard let read = read(path) else { return }
        bytes = read
      }
      guard let made = make(bytes) else { return }
      isWritten = made.isEmpty ? bytes == nil || remove(path) : replace(path, made)
    }
    return isWritten
  }

  /// Files kept in memory: path to text.
  ///
  /// A folder is what stands before a `/` in some path.
  package static func inMemory(_ files: [String: [UInt8]]) -> FileAccess {
    let paths = files.keys.sorted()
    @Sendable func names(in folder: String) -> [String] {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      return paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
    return FileAccess(
      kind: { path in
        if let bytes = files[path] { return .file(bytes: bytes.count) }
        return names(in: path).isEmpty ? .missing : .folder
      },
      list: { folder in names(in: folder).filter { !$0.contains("/") } },
      read: { files[$0] })
  }
}

/// Paths as text: `/` parts them.
package enum Path {
  /// The last part: `seeds/venezuela/d0.txt` is `d0.txt`.
  package static func leaf(_ path: String) -> String {
    path.lastPart(behind: UInt8(ascii: "/")).map(String.init) ?? path
  }

  /// All but the last part, without the `/`; empty when there is only one.
  package static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `name` as seen from `folder`; an absolute name stays what it is.
  ///
  /// `a/../` is taken out.
  package static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty { return name }
    var parts = folder.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    for part in name.split(separator: "/").map(String.init) where part != "." {
      let canGoUp = parts.last.map { $0 != ".." && $0 != "." } ?? false
      if part == "..", canGoUp { parts.removeLast() } else { parts.append(part) }
    }
    return (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
