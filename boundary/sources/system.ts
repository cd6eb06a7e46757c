/** Which system rows come from, by the id of their source: the first word of `shopifyOrders`. Ids of one system are of one kind. */
export const systemOf = (sourceId: string): string => /^[a-z]+(?:Commerce|Mogul)?/.exec(sourceId)![0];
