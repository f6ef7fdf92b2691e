export function EnterprisesPage(): React.ReactNode {
  return <main className="page" />;
}
