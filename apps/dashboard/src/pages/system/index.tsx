export function SystemPage(): React.ReactNode {
  return <main className="page" />;
}
