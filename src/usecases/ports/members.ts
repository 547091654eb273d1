/** The login names in a plan's SharePoint groups. */
export interface Members {
  readonly agencies: readonly {
    readonly agency: string;
    readonly loginNames: readonly string[];
  }[];
  readonly owners: readonly string[];
  /** Everybody in any group of the plan: agencies, owners, challenge, scrutiny, readers. */
  readonly everybody: readonly string[];
}

export interface MemberStore {
  of(planId: number): Promise<Members>;
}

export interface ChannelStore {
  /** Remembers the channel on a plan that has none, or has `instead`. Throws ConflictError where it has another by now. */
  adopt(planId: number, conversation: string, instead?: string): Promise<void>;
}
