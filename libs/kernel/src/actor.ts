/** Who acts. The audit trail keeps the id; what the actor may do is decided in the identity library. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}
