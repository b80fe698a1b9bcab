"""Charts as shapes with places: computed here, drawn as SVG by the templates."""
