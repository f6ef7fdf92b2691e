export function ScenariosPage(): React.ReactNode {
  return <main className="page" />;
}
