internal import Foundation

extension FileAccess {
  /// The disk.
  ///
  /// The only place where articles, rules and answers touch it.
  package static let disk = FileAccess(
    kind: diskKind, list: diskList, read: diskRead, write: diskWrite,
    replace: { replaceFile($0, with: $1, by: diskSteps) },
    remove: { (try? FileManager.default.removeItem(atPath: $0)) != nil },
    exclusively: diskExclusively)

  /// The folder this program's executable lies in; `nil` when the system does not say.
  package static func executableFolder() -> String? {
    Bundle.main.executablePath.map { Path.folder(diskReal($0)) }
  }
}

private func diskReal(_ path: String) -> String {
  URL(fileURLWithPath: path).resolvingSymlinksInPath().path
}

@Sendable private func diskKind(_ path: String) -> PathKind {
  let real = path.isEmpty ? path : diskReal(path)
  guard let facts = try? FileManager.default.attributesOfItem(atPath: real) else { return .missing }
  switch facts[.type] as? FileAttributeType {
  case .typeDirectory: return .folder
  case .typeRegular: return .file(bytes: (facts[.size] as? NSNumber)?.intValue ?? 0)
  default: return .other
  }
}

@Sendable private func diskList(_ folder: String) -> [String]? {
  let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
  return names?.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

@Sendable private func diskRead(_ path: String) -> [UInt8]? {
  FileManager.default.contents(atPath: path).map(Array.init)
}

@Sendable private func diskWrite(_ path: String, _ bytes: [UInt8]) -> Bool {
  (try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)) != nil
}

/// The folder itself is what is locked, so that no lock file is left behind; the system takes the
/// lock off when the program ends, however it ends.
@Sendable private func diskExclusively(_ folder: String, _ body: () -> Void) {
  let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
  defer { if descriptor >= 0 { _ = close(descriptor) } }
  if descriptor >= 0 { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
  body()
}

private let diskSteps = ReplaceSteps(
  write: { path, bytes in
    FileManager.default.createFile(atPath: path, contents: Data(bytes))
  },
  sync: { path in
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    return fsync(descriptor) == 0
  },
  rename: { rename($0, $1) == 0 },
  remove: { try? FileManager.default.removeItem(atPath: $0) })
