/** Who acts. The audit trail keeps the id; the name is for people. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}
