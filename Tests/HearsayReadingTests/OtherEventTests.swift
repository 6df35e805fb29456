import HearsayCore
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayReading
