import HearsayCore
import Testing

@testable import HearsayReuse
