import HearsayText

/// How a verb group is formed, as far as two groups joined by `and` must agree in it.
enum VerbForm: UInt8 {
  case past, present, base, modal, be, have, doAuxiliary, progressive, infinitive, participle

  /// Whether a verb of the other form may share this one's subject: `said … and left`, `has said …
  /// and left`, `says … and has`, `to say … and leave`.
  func goesOn(in other: VerbForm) -> Bool {
    switch (self, other) {
    case (.past, .past), (.past, .doAuxiliary), (.doAuxiliary, .past): true
    case (.present, .present), (.present, .have), (.present, .be): true
    case (.base, .base), (.base, .have), (.base, .be): true
    case (.have, .past), (.have, .have), (.have, .be), (.doAuxiliary, .doAuxiliary): true
    case (.be, .be), (.be, .have), (.be, .present), (.be, .progressive): true
    case (.modal, .modal), (.modal, .base), (.infinitive, .base), (.infinitive, .infinitive): true
    case (.progressive, .progressive), (.participle, .participle): true
    default: false
    }
  }
}

/// A set of forms.
struct VerbForms {
  private var bits: UInt16 = 0
  mutating func insert(_ form: VerbForm) { bits |= 1 << UInt16(form.rawValue) }
  func contains(_ form: VerbForm) -> Bool { bits & 1 << UInt16(form.rawValue) != 0 }
}

extension SpeechScanner {
  /// How a verb group is formed.
  func form(of group: VerbGroup) -> VerbForm {
    switch group.form {
    case .progressive: return .progressive
    case .infinitive: return .infinitive
    case .participle: return .participle
    case .finite: break
    }
    switch kind(group.core) {
    case .verbPast, .verbParticiple: return .past
    case .verbS: return .present
    case .modal: return .modal
    case .be: return .be
    case .have: return .have
    case .doAuxiliary: return .doAuxiliary
    default: return .base
    }
  }
}
