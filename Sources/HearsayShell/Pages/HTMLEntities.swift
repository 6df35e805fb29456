/// The text with `&amp;`, `&#8217;` and `&rsquo;` as the letters they stand for.
func withoutEntities(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var out = ""
  var rest = text[...]
  while let mark = rest.firstIndex(of: "&") {
    out += rest[..<mark]
    let behind = rest[rest.index(after: mark)...]
    let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    if name.utf8.count < 32, let letters = entity(name) {
      out += letters
      rest = behind[name.endIndex...]
      if rest.first == ";" { rest = rest.dropFirst() }
    } else {
      out += "&"
      rest = behind
    }
  }
  return out + rest
}

private func entity(_ name: Substring) -> String? {
  guard name.first == "#" else { return entities[String(name)] }
  let digits = name.dropFirst()
  let isHexadecimal = digits.first == "x" || digits.first == "X"
  let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  // Pages of a certain age mean the letters of Windows by 128 to 159, and browsers do too.
  let code = number.flatMap { windowsLetters[$0] } ?? number
  return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
}

private let windowsLetters: [UInt32: UInt32] = [
  0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8A: 0x160, 0x8C: 0x152, 0x91: 0x2018,
  0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122,
  0x9A: 0x161, 0x9C: 0x153,
]

/// Those that news pages use, of the standard's two thousand.
private let entities: [String: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
  "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
  "middot": "·", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "sect": "§", "para": "¶",
  "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "frac12": "½", "frac14": "¼",
  "frac34": "¾", "times": "×", "plusmn": "±", "sup2": "²", "sup3": "³", "prime": "′",
  "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "", "zwj": "", "shy": "",
  "lrm": "", "rlm": "", "rarr": "→", "larr": "←", "minus": "−", "iexcl": "¡", "iquest": "¿",
  "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å",
  "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë",
  "Igrave": "Ì", "Iacute": "Í", "Icirc": "Î", "Iuml": "Ï", "Ntilde": "Ñ", "Ograve": "Ò",
  "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Ouml": "Ö", "Oslash": "Ø", "Ugrave": "Ù",
  "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü", "Yacute": "Ý", "szlig": "ß", "agrave": "à",
  "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
  "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
  "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó",
  "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú",
  "ucirc": "û", "uuml": "ü", "yacute": "ý", "yuml": "ÿ", "scaron": "š", "Scaron": "Š",
  "OElig": "Œ", "oelig": "œ",
]
