import HearsayReading
import HearsayTestSupport

private let compiled: Result<Reader, any Error> = Result { Reader(rules: try testRules()) }

/// A reader of English; its rules are compiled once for all tests.
func englishReader() throws -> Reader { try compiled.get() }
