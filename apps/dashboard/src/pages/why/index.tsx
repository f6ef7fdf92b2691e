export function WhyPage(): React.ReactNode {
  return <main className="page" />;
}
