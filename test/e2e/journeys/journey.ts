/** One way a person goes through the product. Rejects when something is not as it should be. */
export interface Journey {
  readonly name: string;
  /** Driving a whole workbench through its screen is allowed a second try; nothing else is. */
  readonly tries?: 2;
  run(context: JourneyContext): Promise<void>;
}

export interface JourneyContext {
  /** The packaged extension. */
  readonly vsix: string;
  /** The same, unpacked: what is in the package and nothing else. */
  readonly unpacked: string;
  /** Folder for screenshots and logs of this journey. */
  readonly out: string;
}
