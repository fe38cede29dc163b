import ChanceryFacts
import ChanceryText

/// Where a happening was, while the document is being coded; becomes `Where` of the record.
struct EventPlace: Equatable {
  var name: String
  /// Key of the state; nil for seas, borders and other places of no single state.
  var country: String?
  var entity: Entity.ID?
  /// The words that tell it, in bytes.
  var span: ByteSpan?
  /// Told by a phrase of place of the text, not only implied by who takes part.
  var isTold: Bool

  /// A state as a whole.
  var isState: Bool
}
