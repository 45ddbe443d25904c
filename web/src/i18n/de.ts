const german: Record<string, string> = {};
export default german;
