export function StagesPage(): React.ReactNode {
  return <main className="page" />;
}
