// Draws the network of the page with Cytoscape, from the drawing that the server made.
"use strict";

(() => {
  const box = document.getElementById("network");
  if (!box || !window.cytoscape) return;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const nodes = [...box.querySelectorAll("a.node")].map((one) => {
    const dot = one.querySelector("circle");
    return {
      data: { id: one.dataset.id, name: one.dataset.name, url: one.getAttribute("href") },
      position: { x: Number(dot.getAttribute("cx")), y: Number(dot.getAttribute("cy")) },
    };
  });
  const edges = [...box.querySelectorAll("path.tie")].map((one) => ({
    data: { source: one.dataset.source, target: one.dataset.target, width: Number(one.dataset.width) },
  }));
  const description = box.querySelector("svg").getAttribute("aria-label");
  box.replaceChildren();
  box.classList.add("drawn");
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", description);
  const drawn = window.cytoscape({
    container: box,
    elements: { nodes, edges },
    layout: nodes.length > 3
      ? { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 900000, idealEdgeLength: () => 120, padding: 40 }
      : { name: "preset", padding: 60 },
    userZoomingEnabled: false,
    style: [
      { selector: "node", style: { label: "data(name)", color: colour("--ink"), "background-color": colour("--link"), width: 16, height: 16, "font-size": 15, "text-valign": "bottom", "text-margin-y": 6, "text-background-color": colour("--raised"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--strong-rule"), opacity: 0.7, "curve-style": "straight" } },
    ],
  });
  drawn.on("tap", "node", (event) => location.assign(event.target.data("url")));
})();
