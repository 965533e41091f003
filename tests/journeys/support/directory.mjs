// Who is who at the demo desk, asked once.

/** `{people, pods, clients, podOf(person), pair}`; `pair` is a pod with one of its members. */
export async function readDirectory(api) {
  const [people, pods, clients] = await Promise.all(
    ["people", "pods", "clients"].map(async (name) => (await api.get(`/api/v1/${name}`)).items),
  );
  const active = people.filter((person) => person.active);
  const pair = (index = 0) => {
    const pod = pods[index];
    const member = active.find((person) => pod.members.some(({ id }) => id === person.id));
    return { pod, assignee: member };
  };
  return { people, active, pods, clients, pair };
}

/** Everything a journey of the staff begins with: clients of each role, and the directory. */
export async function openOffice(desk) {
  const [coordinator, member, manager] = await Promise.all(
    ["coordinator", "member", "manager"].map((role) => desk.as(desk.person(role))),
  );
  return { coordinator, member, manager, ...(await readDirectory(coordinator)) };
}
