import ChanceryData

/// The data files that are compiled into the program, so that the binary can be moved.
enum Resources {
  /// Files below a folder of `Data/` with their path inside it, in path order.
  static func files(under folder: String) -> [(path: String, bytes: [UInt8])] {
    var result: [(String, [UInt8])] = []
    withResources { list in
      for resource in list {
        let path = String(cString: resource.path)
        guard path.hasPrefix(folder) else { continue }
        let bytes = UnsafeBufferPointer(start: resource.bytes, count: resource.byte_count)
        result.append((String(path.dropFirst(folder.count)), Array(bytes)))
      }
    }
    return result
  }

  /// The bytes of one file where they lie in the binary; they live as long as the program.
  static func bytes(of wanted: String) -> UnsafeRawBufferPointer? {
    withResources { list in
      list.first { String(cString: $0.path) == wanted }.map {
        UnsafeRawBufferPointer(start: $0.bytes, count: $0.byte_count)
      }
    }
  }

  private static func withResources<T>(_ body: (UnsafeBufferPointer<chancery_resource>) -> T) -> T {
    body(UnsafeBufferPointer(start: chancery_resource_list(), count: chancery_resource_count))
  }
}
