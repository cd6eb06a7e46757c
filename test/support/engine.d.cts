export function shutDownEngine(): void;
