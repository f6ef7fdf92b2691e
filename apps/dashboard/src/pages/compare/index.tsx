export function ComparePage(): React.ReactNode {
  return <main className="page" />;
}
