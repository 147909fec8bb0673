export type ShapeType =
  | "structure"
  | "list"
  | "map"
  | "string"
  | "character"
  | "integer"
  | "long"
  | "float"
  | "double"
  | "boolean"
  | "timestamp"
  | "blob";

export type TimestampFormat = "iso8601" | "rfc822" | "unixTimestamp";

/** What a model says of a value, with references already followed. Names are botocore's. */
export type Shape = {
  name: string;
  type: ShapeType;
  members: Member[];
  byName: ReadonlyMap<string, Member>;
  required: readonly string[];
  /** Of a list; `key` and `value` of a map. */
  member?: Member;
  key?: Member;
  value?: Member;
  payload?: string;
  timestampFormat?: TimestampFormat;
  xmlNamespace?: XmlNamespace;
  enum?: readonly string[];
  min?: number;
  max?: number;
  pattern?: string;
  /** Exactly one member is there. */
  union?: boolean;
  /** Free JSON. */
  document?: boolean;
  exception?: boolean;
  error?: { code?: string; httpStatusCode?: number };
};

export type XmlNamespace = { uri: string; prefix?: string };

/** A shape at a place; what the place says goes before what the shape says. */
export type Member = {
  name: string;
  of: Shape;
  location?: "header" | "headers" | "querystring" | "uri" | "statusCode";
  locationName?: string;
  queryName?: string;
  flattened?: boolean;
  xmlAttribute?: boolean;
  xmlNamespace?: XmlNamespace;
  streaming?: boolean;
};
