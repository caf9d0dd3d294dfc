/**
 * Remembers the last results of a pure function of a text: one message is looked at by many, a moment apart. What is given out is
 * shared, so nobody may change it.
 */
export const rememberLast = <Result>(most: number, of: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const result = of(text);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(text, result);
    return result;
  };
};
