"use strict";
// What pyvis collected, drawn by vis-network: text stays text, sizes and colours go through the CSSOM.
{
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("network");
  box.style.width = data.width;
  box.style.height = data.height;
  box.style.backgroundColor = data.background;
  const drawn = new vis.Network(
    box,
    { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
    data.options,
  );
  drawn.once("afterDrawing", () => box.setAttribute("data-drawn", "1"));
}
