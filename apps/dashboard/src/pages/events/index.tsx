export function EventsPage(): React.ReactNode {
  return <main className="page" />;
}
