import type { Owner } from "./details.ts";
import type { Place } from "./report.ts";

/** A part while it is read: its fields as typed, and where each of them stands. */
export class Draft {
  readonly value: Record<string, unknown> = {};
  /** Its text stood in quotation marks, so all of that is text. */
  quoted = false;
  readonly owner: Owner | "decisions";
  readonly place: Place;
  /** By field, and by "field.index" for members of lists. */
  readonly places = new Map<string, Place>();

  constructor(owner: Draft["owner"], place: Place) {
    this.owner = owner;
    this.place = place;
  }

  placeOf(field: string, index?: number): Place {
    return this.places.get(`${field}.${index}`) ?? this.places.get(field) ?? this.place;
  }

  set(field: string, value: unknown, place: Place): void {
    this.value[field] = value;
    this.places.set(field, place);
  }

  /** To a list, with the member's own place. */
  add(field: string, member: string, place: Place): void {
    const known = this.value[field];
    const list = Array.isArray(known) ? (known as string[]) : [];
    this.value[field] = list;
    this.places.set(`${field}.${list.length}`, place);
    list.push(member);
  }
}
