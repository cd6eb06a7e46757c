/** INTERFACE ONLY for now */
export interface Manager {
	readonly name: string;
	/** How many calls they can make in this run. */
	readonly calls: number;
	/** How many customers they called and how many of them came back; null where it is not known. */
	readonly called: number | null;
	readonly wonBack: number | null;
}
