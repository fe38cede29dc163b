public enum Skeleton {}
